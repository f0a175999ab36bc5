import { loadFixture, setStorageAt } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { Contract, id, Wallet, ZeroAddress, ZeroHash, zeroPadValue } from "ethers";
import { ethers } from "hardhat";
import { readParameters } from "../../scripts/deployment/parameters";
import { checkRoles } from "../../scripts/roles/checkRoles";
import { readDocumentedRights } from "../../scripts/roles/documentedRights";
import { formatRights } from "../../scripts/roles/formatRights";
import { RoleCheckError } from "../../scripts/roles/RoleCheckError";
import {
  type AccessControlEnumerableUpgradeable,
  ProxyAdmin__factory,
  type TimelockController,
} from "../../typechain-types";
import { mappingSlot } from "../support/storage";
import { findings, type Recorded, recorded } from "./fixture";

const OTHER_ROLE = id("MINTER_ROLE");
/** The slot of the mapping in which the timelock keeps its roles. */
const TIMELOCK_ROLES = 0n;

const unlisted = "which docs/roles.md does not list";

const addressOf = (contract: { getAddress(): Promise<string> }) => contract.getAddress();

/** Writes what no function of the timelock does: a role's administrator, in the slot after its members. */
async function setRoleAdmin(timelock: TimelockController, role: string, admin: string): Promise<void> {
  await setStorageAt(await timelock.getAddress(), mappingSlot(role, TIMELOCK_ROLES) + 1n, admin);
}

/** Runs everything that the check does on one deployment. */
function check({ records }: Recorded) {
  return checkRoles({
    records,
    provider: ethers.provider,
    network: "hardhat",
    parameters: readParameters("hardhat"),
    documented: readDocumentedRights(),
  });
}

/** The roles of the nodes' contracts and theirs in StakeWeight, with who holds each. */
const nodeRoles = [
  ["StakeWeight", "SLASHER_ROLE", "NodeRewards"],
  ["NodeIdentities", "DEFAULT_ADMIN_ROLE", "Timelock"],
  ["NodeIdentities", "REGISTRY_ROLE", "NodeRegistry"],
  ["NodeRegistry", "DEFAULT_ADMIN_ROLE", "Timelock"],
  ["NodeRegistry", "PAUSER_ROLE", "pauser"],
  ["NodeRegistry", "ORACLE_ROLE", "PerformanceOracle"],
  ["NodeRegistry", "REGISTRAR_ROLE", "registrar"],
  ["NodeRewards", "DEFAULT_ADMIN_ROLE", "Timelock"],
  ["NodeRewards", "PAUSER_ROLE", "pauser"],
  ["NodeRewards", "ORACLE_ROLE", "PerformanceOracle"],
  ["NodeRewards", "GUARDIAN_ROLE", "guardian"],
  ["PerformanceOracle", "DEFAULT_ADMIN_ROLE", "Timelock"],
  ["PerformanceOracle", "PAUSER_ROLE", "pauser"],
] as const;

/** The contract of a record, in the administrator's hand. */
function administered({ records, admin }: Recorded, name: string) {
  return new Contract(
    records[name]!.address,
    records[name]!.abi,
    admin,
  ) as unknown as AccessControlEnumerableUpgradeable;
}

describe("checkRoles", () => {
  it("finds nothing on the deployed system", async () => {
    expect(await findings(await loadFixture(recorded))).to.deep.equal([]);
  });

  it("reads exactly the documented rights", async () => {
    const { rights } = await check(await loadFixture(recorded));
    expect(rights).to.have.length(readDocumentedRights().filter(({ isOptional }) => !isOptional).length);
    expect(rights.every(({ isHeld, isDocumented }) => isHeld && isDocumented)).to.equal(true);
  });

  describe("when somebody holds too much", () => {
    for (const role of ["DEFAULT_ADMIN_ROLE", "PAUSER_ROLE", "DISTRIBUTOR_ROLE"] as const) {
      it(`names another member of ${role}`, async () => {
        const fixture = await loadFixture(recorded);
        const { stakeWeight, admin, stranger } = fixture;
        await stakeWeight.connect(admin).grantRole(await stakeWeight[role](), stranger);
        expect(await findings(fixture)).to.deep.equal([`StakeWeight: ${stranger.address} holds ${role}, ${unlisted}`]);
      });
    }

    for (const role of ["DEFAULT_ADMIN_ROLE", "PROPOSER_ROLE", "CANCELLER_ROLE", "EXECUTOR_ROLE"] as const) {
      it(`names another holder of the timelock's ${role}`, async () => {
        const fixture = await loadFixture(recorded);
        const { timelock, admin, stranger } = fixture;
        await timelock.connect(admin).grantRole(await timelock[role](), stranger);
        expect(await findings(fixture)).to.deep.equal([`Timelock: ${stranger.address} holds ${role}, ${unlisted}`]);
      });
    }

    for (const [name, role] of nodeRoles) {
      it(`names another member of ${role} of ${name}`, async () => {
        const fixture = await loadFixture(recorded);
        const { stranger } = fixture;
        await administered(fixture, name).grantRole(role === "DEFAULT_ADMIN_ROLE" ? ZeroHash : id(role), stranger);
        expect(await findings(fixture)).to.deep.equal([`${name}: ${stranger.address} holds ${role}, ${unlisted}`]);
      });
    }

    it("names a keeper who holds another's role by its name", async () => {
      const fixture = await loadFixture(recorded);
      const { guardian, registrar, certifier } = readParameters("hardhat");
      await administered(fixture, "NodeRegistry").grantRole(id("REGISTRAR_ROLE"), guardian);
      await administered(fixture, "NodeRewards").grantRole(id("GUARDIAN_ROLE"), registrar);
      await administered(fixture, "NodeRewards").grantRole(id("PAUSER_ROLE"), certifier);
      expect(await findings(fixture)).to.have.members([
        `NodeRegistry: guardian (${guardian}) holds REGISTRAR_ROLE, ${unlisted}`,
        `NodeRewards: registrar (${registrar}) holds GUARDIAN_ROLE, ${unlisted}`,
        `NodeRewards: certifier (${certifier}) holds PAUSER_ROLE, ${unlisted}`,
      ]);
    });

    it("names another oracle of the registry", async () => {
      const fixture = await loadFixture(recorded);
      const { records } = fixture;
      await administered(fixture, "NodeRegistry").grantRole(id("ORACLE_ROLE"), records.NodeRewards!.address);
      expect(await findings(fixture)).to.deep.equal([
        `NodeRegistry: NodeRewards (${records.NodeRewards!.address}) holds ORACLE_ROLE, ${unlisted}`,
      ]);
    });

    it("names everybody as proposer", async () => {
      const fixture = await loadFixture(recorded);
      const { timelock, admin } = fixture;
      await timelock.connect(admin).grantRole(await timelock.PROPOSER_ROLE(), ZeroAddress);
      expect(await findings(fixture)).to.deep.equal([`Timelock: anyone holds PROPOSER_ROLE, ${unlisted}`]);
    });

    it("names the deployer by its name", async () => {
      const fixture = await loadFixture(recorded);
      const { timelock, stakeWeight, admin, deployer } = fixture;
      await timelock.connect(admin).grantRole(await timelock.PROPOSER_ROLE(), deployer);
      await stakeWeight.connect(admin).grantRole(ZeroHash, deployer);
      expect(await findings(fixture)).to.deep.equal([
        `StakeWeight: deployer (${deployer.address}) holds DEFAULT_ADMIN_ROLE, ${unlisted}`,
        `Timelock: deployer (${deployer.address}) holds PROPOSER_ROLE, ${unlisted}`,
      ]);
    });

    it("names a role that has no constant by its id", async () => {
      const fixture = await loadFixture(recorded);
      const { timelock, stakeWeight, admin, stranger } = fixture;
      await timelock.connect(admin).grantRole(OTHER_ROLE, stranger);
      await stakeWeight.connect(admin).grantRole(OTHER_ROLE, stranger);
      expect(await findings(fixture)).to.deep.equal([
        `StakeWeight: ${stranger.address} holds ${OTHER_ROLE}, ${unlisted}`,
        `Timelock: ${stranger.address} holds ${OTHER_ROLE}, ${unlisted}`,
      ]);
    });

    it("does not name whoever lost a role again", async () => {
      const fixture = await loadFixture(recorded);
      const { timelock, admin, stranger } = fixture;
      await timelock.connect(admin).grantRole(await timelock.PROPOSER_ROLE(), stranger);
      await timelock.connect(admin).revokeRole(await timelock.PROPOSER_ROLE(), stranger);
      expect(await findings(fixture)).to.deep.equal([]);
    });

    it("names the deployer even where no event does", async () => {
      const fixture = await loadFixture(recorded);
      const { timelock, deployer } = fixture;
      const members = mappingSlot(await timelock.PROPOSER_ROLE(), TIMELOCK_ROLES);
      await setStorageAt(await addressOf(timelock), mappingSlot(deployer.address, members), 1);
      expect(await findings(fixture)).to.deep.equal([
        `Timelock: deployer (${deployer.address}) holds PROPOSER_ROLE, ${unlisted}`,
      ]);
    });

    it("names a role of an implementation", async () => {
      const fixture = await loadFixture(recorded);
      const { records, stranger } = fixture;
      const implementation = records.StakeWeight_Implementation!.address;
      const access = await ethers.getContractAt("StakeWeight", implementation);
      // Its initializer is locked, so that only a forged counter lets anybody in.
      const initializable = "0xf0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00";
      await setStorageAt(implementation, initializable, 0);
      await access.initialize(stranger);
      expect(await findings(fixture)).to.deep.equal([
        `StakeWeight_Implementation: ${stranger.address} holds DEFAULT_ADMIN_ROLE, ${unlisted}`,
      ]);
    });
  });

  describe("when somebody lacks something", () => {
    it("names the pauser without its role", async () => {
      const fixture = await loadFixture(recorded);
      const { distributor, admin, pauser } = fixture;
      await distributor.connect(admin).revokeRole(await distributor.PAUSER_ROLE(), pauser);
      const [finding, ...others] = await findings(fixture);
      expect(finding).to.match(
        new RegExp(
          `^RewardDistributor: pauser \\(${pauser.address}\\) lacks PAUSER_ROLE, which docs/roles.md lists in line \\d+$`,
        ),
      );
      expect(others).to.deep.equal([]);
    });

    for (const [name, role, holder] of nodeRoles) {
      it(`names ${holder} without ${role} of ${name}`, async () => {
        const fixture = await loadFixture(recorded);
        const contract = administered(fixture, name);
        const roleId = role === "DEFAULT_ADMIN_ROLE" ? ZeroHash : id(role);
        const [member] = await contract.getRoleMembers(roleId);
        await contract.revokeRole(roleId, member!);
        const [finding, ...others] = await findings(fixture);
        expect(finding).to.match(
          new RegExp(`^${name}: ${holder} \\(${member!}\\) lacks ${role}, which docs/roles.md lists in line \\d+$`),
        );
        expect(others).to.deep.equal([]);
      });
    }

    it("names anyone without execution, and the governor without its roles", async () => {
      const fixture = await loadFixture(recorded);
      const { timelock, governor, admin } = fixture;
      const asAdmin = timelock.connect(admin);
      await asAdmin.revokeRole(await timelock.EXECUTOR_ROLE(), ZeroAddress);
      await asAdmin.revokeRole(await timelock.PROPOSER_ROLE(), governor);
      await asAdmin.revokeRole(await timelock.CANCELLER_ROLE(), governor);
      const [proposer, canceller, executor] = await findings(fixture);
      expect(proposer).to.contain(`Timelock: WCTGovernor (${await addressOf(governor)}) lacks PROPOSER_ROLE`);
      expect(canceller).to.contain(`Timelock: WCTGovernor (${await addressOf(governor)}) lacks CANCELLER_ROLE`);
      expect(executor).to.contain("Timelock: anyone lacks EXECUTOR_ROLE");
    });

    it("names the timelock that does not administer itself", async () => {
      const fixture = await loadFixture(recorded);
      const { timelock, admin } = fixture;
      await timelock.connect(admin).renounceRole(ZeroHash, admin);
      const [finding] = await findings(fixture);
      expect(finding).to.contain(`Timelock: Timelock (${admin.address}) lacks DEFAULT_ADMIN_ROLE`);
    });

    it("names a holder that is not deployed", async () => {
      const fixture = await loadFixture(recorded);
      const others = Object.entries(fixture.records).filter(([name]) => name !== "WCTGovernor");
      const found = await findings(fixture, Object.fromEntries(others));
      expect(found[0]).to.match(
        /^Timelock: WCTGovernor, which holds PROPOSER_ROLE by docs\/roles\.md, line \d+, is not deployed$/,
      );
      expect(found).to.include(
        `Timelock: ${await addressOf(fixture.governor)} holds PROPOSER_ROLE, which docs/roles.md does not list`,
      );
    });
  });

  describe("when a role has other administrators", () => {
    it("names the role and who administers it", async () => {
      const fixture = await loadFixture(recorded);
      const { timelock } = fixture;
      await setRoleAdmin(timelock, await timelock.PROPOSER_ROLE(), await timelock.CANCELLER_ROLE());
      expect(await timelock.getRoleAdmin(await timelock.PROPOSER_ROLE())).to.equal(await timelock.CANCELLER_ROLE());
      expect(await findings(fixture)).to.deep.equal([
        "Timelock: PROPOSER_ROLE is administered by CANCELLER_ROLE and not by DEFAULT_ADMIN_ROLE",
      ]);
    });

    it("names an administrator without a constant by its id", async () => {
      const fixture = await loadFixture(recorded);
      const { timelock } = fixture;
      await setRoleAdmin(timelock, await timelock.PROPOSER_ROLE(), OTHER_ROLE);
      expect(await findings(fixture)).to.deep.equal([
        `Timelock: PROPOSER_ROLE is administered by ${OTHER_ROLE} and not by DEFAULT_ADMIN_ROLE`,
      ]);
    });
  });

  describe("when one account is several keepers", () => {
    /** The pauser as guardian, in the parameters and on the chain. */
    async function pauserAsGuardian() {
      const fixture = await recorded();
      const parameters = readParameters("hardhat");
      const rewards = administered(fixture, "NodeRewards");
      await rewards.grantRole(id("GUARDIAN_ROLE"), parameters.pauser);
      await rewards.revokeRole(id("GUARDIAN_ROLE"), parameters.guardian);
      const check = () =>
        checkRoles({
          records: fixture.records,
          provider: ethers.provider,
          network: "hardhat",
          parameters: { ...parameters, guardian: parameters.pauser },
          documented: readDocumentedRights(),
        });
      return { ...fixture, check };
    }

    it("finds nothing", async () => {
      const { check: checkBoth } = await loadFixture(pauserAsGuardian);
      expect((await checkBoth()).findings).to.deep.equal([]);
    });

    it("calls it by all its names", async () => {
      const { check: checkBoth, stakeWeight, admin, pauser } = await loadFixture(pauserAsGuardian);
      await stakeWeight.connect(admin).revokeRole(id("PAUSER_ROLE"), pauser);
      const [finding] = (await checkBoth()).findings;
      expect(finding).to.contain(`StakeWeight: pauser and guardian (${pauser.address}) lacks PAUSER_ROLE`);
    });
  });

  describe("when a proxy is not as recorded", () => {
    for (const name of ["NodeIdentities", "NodeRegistry", "NodeRewards", "PerformanceOracle"]) {
      it(`names another owner of the ProxyAdmin of ${name}`, async () => {
        const fixture = await loadFixture(recorded);
        const { records, admin, stranger } = fixture;
        const proxyAdmin = ProxyAdmin__factory.connect(records[`${name}_ProxyAdmin`]!.address, admin);
        await proxyAdmin.transferOwnership(stranger);
        const [missing, surplus, ...others] = await findings(fixture);
        expect(missing).to.contain(`${name}_ProxyAdmin: Timelock (${admin.address}) is not owner`);
        expect(surplus).to.equal(`${name}_ProxyAdmin: ${stranger.address} is owner, ${unlisted}`);
        expect(others).to.deep.equal([]);
      });
    }

    it("names another owner of a ProxyAdmin", async () => {
      const fixture = await loadFixture(recorded);
      const { distributorAdmin, admin, stranger } = fixture;
      await distributorAdmin.transferOwnership(stranger);
      const [missing, surplus, ...others] = await findings(fixture);
      expect(missing).to.contain(`RewardDistributor_ProxyAdmin: Timelock (${admin.address}) is not owner`);
      expect(surplus).to.equal(`RewardDistributor_ProxyAdmin: ${stranger.address} is owner, ${unlisted}`);
      expect(others).to.deep.equal([]);
    });

    it("names a ProxyAdmin that nobody owns", async () => {
      const fixture = await loadFixture(recorded);
      await fixture.distributorAdmin.renounceOwnership();
      const [missing, ...others] = await findings(fixture);
      expect(missing).to.contain("RewardDistributor_ProxyAdmin: Timelock");
      expect(others).to.deep.equal([]);
    });

    it("names a proxy administrator that is not the recorded one, and who owns it", async () => {
      const fixture = await loadFixture(recorded);
      const { stakeWeight, stakeWeightAdmin, stranger } = fixture;
      const other = await ethers.deployContract("ProxyAdmin", [stranger]);
      const slot = "0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103";
      await setStorageAt(await addressOf(stakeWeight), slot, zeroPadValue(await addressOf(other), 32));
      const [missing, surplus, owner, ...others] = await findings(fixture);
      expect(missing).to.contain(
        `StakeWeight: StakeWeight_ProxyAdmin (${await addressOf(stakeWeightAdmin)}) is not proxy admin`,
      );
      expect(surplus).to.equal(`StakeWeight: ${await addressOf(other)} is proxy admin, ${unlisted}`);
      expect(owner).to.equal(`${await addressOf(other)}: ${stranger.address} is owner, ${unlisted}`);
      expect(others).to.deep.equal([]);
    });
  });

  describe("when a contract is not in the document", () => {
    it("names its owner", async () => {
      const fixture = await loadFixture(recorded);
      const { deployer, records } = fixture;
      const other = await ethers.deployContract("ProxyAdmin", [deployer]);
      const abi = records.StakeWeight_ProxyAdmin!.abi;
      const found = await findings(fixture, { ...records, Treasury: { address: await addressOf(other), abi } });
      expect(found).to.deep.equal([`Treasury: deployer (${deployer.address}) is owner, ${unlisted}`]);
    });

    it("names the holders of its roles", async () => {
      const fixture = await loadFixture(recorded);
      const { deployer, records } = fixture;
      const other = await ethers.deployContract("TimelockController", [1n, [], [], deployer]);
      const record = { address: await addressOf(other), abi: records.Timelock!.abi };
      expect(await findings(fixture, { ...records, Other: record })).to.have.members([
        `Other: Other (${await addressOf(other)}) holds DEFAULT_ADMIN_ROLE, ${unlisted}`,
        `Other: deployer (${deployer.address}) holds DEFAULT_ADMIN_ROLE, ${unlisted}`,
      ]);
    });
  });

  describe("when the governor listens to others", () => {
    it("names its timelock and the source of its votes", async () => {
      const fixture = await loadFixture(recorded);
      const { records, deployer, token, timelock, governor } = fixture;
      const other = await ethers.deployContract("TimelockController", [1n, [], [], deployer]);
      const forged = await ethers.deployContract("WCTGovernor", [token, other, 1n, 1n, 1n, 1n]);
      const found = await findings(fixture, {
        ...records,
        WCTGovernor: { ...records.WCTGovernor!, address: await addressOf(forged) },
      });
      expect(found).to.include.members([
        `WCTGovernor: ${await addressOf(other)} is timelock, ${unlisted}`,
        `WCTGovernor: WCT (${await addressOf(token)}) is source of votes, ${unlisted}`,
        `Timelock: ${await addressOf(governor)} holds PROPOSER_ROLE, ${unlisted}`,
      ]);
      expect(found.some((finding) => finding.startsWith("WCTGovernor: Timelock"))).to.equal(true);
      expect(await addressOf(timelock)).not.to.equal(await addressOf(other));
    });
  });

  describe("when the chain is another one", () => {
    it("says that there is no contract", async () => {
      const fixture = await loadFixture(recorded);
      const nowhere = Wallet.createRandom().address;
      const records = { ...fixture.records, Timelock: { ...fixture.records.Timelock!, address: nowhere } };
      await expect(findings(fixture, records)).to.be.rejectedWith(
        RoleCheckError,
        `no contract at ${nowhere} (Timelock) on network hardhat: is this chain the one that was deployed to?`,
      );
    });

    it("says that nothing is recorded", async () => {
      await expect(findings(await loadFixture(recorded), {})).to.be.rejectedWith(
        RoleCheckError,
        "nothing is recorded as deployed on network hardhat: choose another with --network",
      );
    });
  });

  describe("formatRights", () => {
    it("shows every right with its holder, and marks findings", async () => {
      const fixture = await loadFixture(recorded);
      const { stakeWeight, distributor, admin, pauser, stranger } = fixture;
      await stakeWeight.connect(admin).grantRole(await stakeWeight.PAUSER_ROLE(), stranger);
      await distributor.connect(admin).revokeRole(await distributor.PAUSER_ROLE(), pauser);
      const table = formatRights(await check(fixture));
      expect(table).to.match(new RegExp(`✓ +StakeWeight +PAUSER_ROLE +pauser +${pauser.address}`));
      expect(table).to.match(new RegExp(`✗ +StakeWeight +PAUSER_ROLE +unknown +${stranger.address}`));
      expect(table).to.match(new RegExp(`✗ +RewardDistributor +PAUSER_ROLE +pauser: missing +${pauser.address}`));
      expect(table).to.match(/✓ +Timelock +EXECUTOR_ROLE +anyone$/m);
    });
  });
});
