import { expect } from "chai";
import { id, ZeroAddress, ZeroHash } from "ethers";
import hre, { deployments, ethers } from "hardhat";
import deployHandover from "../../deploy/99_handover";
import { DeploymentError } from "../../scripts/deployment/DeploymentError";
import { expectedMembers } from "../../scripts/deployment/expectedMembers";
import { handOver } from "../../scripts/deployment/handOver";
import { readParameters } from "../../scripts/deployment/parameters";
import { roleHolders } from "../../scripts/roles/addressBook";
import {
  type AccessControlEnumerableUpgradeable,
  NodeIdentities__factory,
  NodeRegistry__factory,
  NodeRewards__factory,
  PerformanceOracle__factory,
  ProxyAdmin__factory,
  RewardDistributor__factory,
  StakeWeight__factory,
  TimelockController__factory,
  WalletRewards__factory,
} from "../../typechain-types";
import { administrator } from "../support/deployed";
import { loadDeployment } from "../support/loadDeployment";

/** The contracts behind proxies, in the order in which the handover takes them. */
const proxied = [
  "NodeIdentities",
  "NodeRegistry",
  "NodeRewards",
  "PerformanceOracle",
  "RewardDistributor",
  "StakeWeight",
  "WalletRewards",
] as const;

type Proxied = (typeof proxied)[number];

/** Deployed up to the given tags; without any, handed over. */
async function deployedUpTo(...tags: string[]) {
  await deployments.run(tags.length === 0 ? undefined : tags, {
    resetMemory: true,
    deletePreviousDeployments: false,
    writeDeploymentsToFiles: false,
  });
  const [deployer, , stranger] = await ethers.getSigners();
  const addressOf = async (name: string) => (await deployments.get(name)).address;
  const contracts: Record<Proxied, AccessControlEnumerableUpgradeable> = {
    NodeIdentities: NodeIdentities__factory.connect(await addressOf("NodeIdentities"), deployer),
    NodeRegistry: NodeRegistry__factory.connect(await addressOf("NodeRegistry"), deployer),
    NodeRewards: NodeRewards__factory.connect(await addressOf("NodeRewards"), deployer),
    PerformanceOracle: PerformanceOracle__factory.connect(await addressOf("PerformanceOracle"), deployer),
    RewardDistributor: RewardDistributor__factory.connect(await addressOf("RewardDistributor"), deployer),
    StakeWeight: StakeWeight__factory.connect(await addressOf("StakeWeight"), deployer),
    WalletRewards: WalletRewards__factory.connect(await addressOf("WalletRewards"), deployer),
  };
  const proxyAdminOf = async (name: Proxied) =>
    ProxyAdmin__factory.connect(await addressOf(`${name}_ProxyAdmin`), deployer);
  return {
    deployer: deployer!,
    stranger: stranger!,
    contracts,
    proxyAdmins: await Promise.all(proxied.map(proxyAdminOf)),
    timelock: TimelockController__factory.connect(await addressOf("Timelock"), deployer),
    governor: await addressOf("WCTGovernor"),
    parameters: readParameters("hardhat"),
  };
}

/** All but the handover. */
async function ready() {
  return deployedUpTo("governance", "wallets");
}

async function handedOver() {
  return deployedUpTo();
}

type Fixture = Awaited<ReturnType<typeof ready>>;

/** Who has to hold which role of which contract in the end, in the order in which they are given. */
async function rightsOf({ contracts, timelock, parameters }: Fixture): Promise<[Proxied, string, string][]> {
  const { pauser, registrar, guardian, certifier } = parameters;
  const admin = await timelock.getAddress();
  const registry = await contracts.NodeRegistry.getAddress();
  const rewards = await contracts.NodeRewards.getAddress();
  const oracle = await contracts.PerformanceOracle.getAddress();
  const distributor = await contracts.RewardDistributor.getAddress();
  return [
    ["NodeIdentities", ZeroHash, admin],
    ["NodeIdentities", id("REGISTRY_ROLE"), registry],
    ["NodeRegistry", ZeroHash, admin],
    ["NodeRegistry", id("ORACLE_ROLE"), oracle],
    ["NodeRegistry", id("PAUSER_ROLE"), pauser],
    ["NodeRegistry", id("REGISTRAR_ROLE"), registrar],
    ["NodeRewards", ZeroHash, admin],
    ["NodeRewards", id("GUARDIAN_ROLE"), guardian],
    ["NodeRewards", id("ORACLE_ROLE"), oracle],
    ["NodeRewards", id("PAUSER_ROLE"), pauser],
    ["PerformanceOracle", ZeroHash, admin],
    ["PerformanceOracle", id("PAUSER_ROLE"), pauser],
    ["RewardDistributor", ZeroHash, admin],
    ["RewardDistributor", id("PAUSER_ROLE"), pauser],
    ["StakeWeight", ZeroHash, admin],
    ["StakeWeight", id("DISTRIBUTOR_ROLE"), distributor],
    ["StakeWeight", id("PAUSER_ROLE"), pauser],
    ["StakeWeight", id("SLASHER_ROLE"), rewards],
    ["WalletRewards", ZeroHash, admin],
    ["WalletRewards", id("CERTIFIER_ROLE"), certifier],
    ["WalletRewards", id("PAUSER_ROLE"), pauser],
  ];
}

/** The contracts' administrators and the owners of the ProxyAdmins, read without the scripts. */
async function inControl({ contracts, proxyAdmins }: Fixture) {
  return {
    admins: await Promise.all(proxied.map((name) => contracts[name].getRoleMembers(ZeroHash))),
    upgraders: await Promise.all(proxyAdmins.map((proxyAdmin) => proxyAdmin.owner())),
  };
}

/** How many rights are given, and how many transactions the handover takes with what is taken from the deployer. */
const GRANTS = 21;
const TRANSACTIONS = GRANTS + proxied.length + proxied.length + 1;

/** The transactions of the handover, in its order, each as the deployer would send it. */
async function transactionsOf(fixture: Fixture): Promise<(() => Promise<unknown>)[]> {
  const { contracts, proxyAdmins, timelock, deployer } = fixture;
  const rights = await rightsOf(fixture);
  return [
    ...rights.map(
      ([name, role, holder]) =>
        () =>
          contracts[name].grantRole(role, holder),
    ),
    ...proxyAdmins.map((proxyAdmin) => () => proxyAdmin.transferOwnership(timelock)),
    ...proxied.map((name) => () => contracts[name].renounceRole(ZeroHash, deployer)),
    () => timelock.renounceRole(ZeroHash, deployer),
  ];
}

describe("handOver", () => {
  it("leaves everybody with exactly their roles", async () => {
    const fixture = await loadDeployment(handedOver);
    const rights = await rightsOf(fixture);
    expect(rights).to.have.length(GRANTS);
    for (const [name, role, holder] of rights) {
      expect(await fixture.contracts[name].getRoleMembers(role)).to.deep.equal([holder]);
    }
  });

  it("names no migrator without a legacy system", async () => {
    const { contracts } = await loadDeployment(handedOver);
    expect(await contracts.StakeWeight.getRoleMembers(id("MIGRATOR_ROLE"))).to.deep.equal([]);
  });

  it("leaves every ProxyAdmin to the timelock", async () => {
    const fixture = await loadDeployment(handedOver);
    const { upgraders } = await inControl(fixture);
    expect(new Set(upgraders)).to.deep.equal(new Set([await fixture.timelock.getAddress()]));
  });

  it("leaves the timelock to itself, the governor and, for execution, anyone", async () => {
    const { timelock, governor, deployer } = await loadDeployment(handedOver);
    for (const role of [ZeroHash, await timelock.PROPOSER_ROLE(), await timelock.CANCELLER_ROLE()]) {
      expect(await timelock.hasRole(role, deployer)).to.equal(false);
      expect(await timelock.hasRole(role, governor)).to.equal(role !== ZeroHash);
      expect(await timelock.hasRole(role, ZeroAddress)).to.equal(false);
    }
    expect(await timelock.hasRole(ZeroHash, timelock)).to.equal(true);
    expect(await timelock.hasRole(await timelock.EXECUTOR_ROLE(), ZeroAddress)).to.equal(true);
  });

  it("leaves the deployer without any role", async () => {
    const fixture = await loadDeployment(handedOver);
    const { contracts, deployer } = fixture;
    const roles = new Set((await rightsOf(fixture)).map(([, role]) => role));
    for (const name of proxied) {
      for (const role of [...roles, id("MIGRATOR_ROLE"), id("CERTIFIER_ROLE")]) {
        expect(await contracts[name].hasRole(role, deployer)).to.equal(false);
      }
    }
  });

  it("takes as many transactions as this test interrupts", async () => {
    const fixture = await loadDeployment(ready);
    const { deployer, parameters } = fixture;
    const nonce = await deployer.getNonce();
    await handOver(hre, parameters);
    expect((await deployer.getNonce()) - nonce).to.equal(TRANSACTIONS);
    expect(await transactionsOf(await loadDeployment(ready))).to.have.length(TRANSACTIONS);
  });

  it("sends no transaction a second time", async () => {
    const { deployer, parameters } = await loadDeployment(handedOver);
    const nonce = await deployer.getNonce();
    await handOver(hre, parameters);
    expect(await deployer.getNonce()).to.equal(nonce);
  });

  for (let sent = 0; sent < TRANSACTIONS; ++sent) {
    it(`goes on where it was interrupted, after ${sent} transactions, and ends complete`, async () => {
      const fixture = await loadDeployment(ready);
      for (const send of (await transactionsOf(fixture)).slice(0, sent)) await send();
      await expect(Promise.resolve(deployHandover(hre))).to.be.fulfilled;
      const block = await ethers.provider.getBlockNumber();
      await deployHandover(hre);
      expect(await ethers.provider.getBlockNumber()).to.equal(block);
    });
  }

  it("leaves somebody in control after every transaction", async () => {
    const fixture = await loadDeployment(ready);
    const { deployer, timelock, governor } = fixture;
    const trusted = [deployer.address, await timelock.getAddress()];
    for (const send of await transactionsOf(fixture)) {
      await send();
      const { admins, upgraders } = await inControl(fixture);
      for (const members of [...admins, upgraders]) {
        expect(members).not.to.be.empty;
        expect(trusted).to.include.members(members);
      }
      expect(await timelock.hasRole(await timelock.PROPOSER_ROLE(), governor)).to.equal(true);
    }
  });

  it("hands nothing to a timelock to which nobody can propose", async () => {
    const fixture = await loadDeployment(ready);
    const { timelock, governor, deployer, parameters } = fixture;
    const role = await timelock.PROPOSER_ROLE();
    await timelock.revokeRole(role, governor);
    const nonce = await deployer.getNonce();
    await expect(handOver(hre, parameters)).to.be.rejectedWith(
      DeploymentError,
      `Timelock: ${governor} lacks role ${role}, so the deployer keeps what it has`,
    );
    expect(await deployer.getNonce()).to.equal(nonce);
  });

  for (const [name, role, keeper] of [
    ["RewardDistributor", "PAUSER_ROLE", "pauser"],
    ["NodeRegistry", "REGISTRAR_ROLE", "registrar"],
    ["NodeRewards", "GUARDIAN_ROLE", "guardian"],
  ] as const) {
    it(`takes nothing while ${role} of ${name} is not given and cannot be`, async () => {
      const fixture = await loadDeployment(ready);
      const { contracts, timelock, deployer, parameters } = fixture;
      for (const [contract, held, holder] of await rightsOf(fixture)) {
        if (contract === name && held !== id(role)) await contracts[name].grantRole(held, holder);
      }
      await contracts[name].renounceRole(ZeroHash, deployer);
      await expect(handOver(hre, parameters)).to.be.rejectedWith(
        DeploymentError,
        `${name}: ${parameters[keeper]} lacks role ${id(role)}, so the deployer keeps`,
      );
      for (const other of proxied) {
        expect(await contracts[other].hasRole(ZeroHash, deployer)).to.equal(other !== name);
      }
      expect(await timelock.hasRole(ZeroHash, deployer)).to.equal(true);
    });
  }

  for (const keeper of roleHolders) {
    it(`refuses the deployer as ${keeper} before any transaction`, async () => {
      const { deployer, parameters } = await loadDeployment(ready);
      const nonce = await deployer.getNonce();
      await expect(handOver(hre, { ...parameters, [keeper]: deployer.address })).to.be.rejectedWith(
        DeploymentError,
        `${keeper} (${deployer.address}) must not be the deployer (${deployer.address})`,
      );
      expect(await deployer.getNonce()).to.equal(nonce);
    });
  }
});

describe("the last deploy script", () => {
  it("fails on whatever docs/roles.md does not list", async () => {
    const { contracts, stranger } = await loadDeployment(handedOver);
    const admin = await administrator();
    await contracts.StakeWeight.connect(admin).grantRole(id("PAUSER_ROLE"), stranger);
    await expect(Promise.resolve(deployHandover(hre))).to.be.rejectedWith(
      DeploymentError,
      `StakeWeight: ${stranger.address} holds PAUSER_ROLE, which docs/roles.md does not list`,
    );
  });

  it("names everything at once", async () => {
    const { contracts, proxyAdmins, parameters, stranger } = await loadDeployment(handedOver);
    const admin = await administrator();
    const { NodeRegistry, RewardDistributor, StakeWeight } = contracts;
    await RewardDistributor.connect(admin).revokeRole(id("PAUSER_ROLE"), parameters.pauser);
    await proxyAdmins[proxied.indexOf("RewardDistributor")]!.connect(admin).transferOwnership(stranger);
    await StakeWeight.connect(admin).revokeRole(id("DISTRIBUTOR_ROLE"), RewardDistributor);
    await NodeRegistry.connect(admin).revokeRole(id("REGISTRAR_ROLE"), parameters.registrar);
    await expect(Promise.resolve(deployHandover(hre))).to.be.rejectedWith(
      DeploymentError,
      new RegExp(
        [
          `StakeWeight: RewardDistributor \\(.*\\) lacks DISTRIBUTOR_ROLE, .*`,
          `RewardDistributor: pauser \\(.*\\) lacks PAUSER_ROLE, .*`,
          `RewardDistributor_ProxyAdmin: Timelock \\(.*\\) is not owner, .*`,
          `NodeRegistry: registrar \\(.*\\) lacks REGISTRAR_ROLE, .*`,
          `RewardDistributor_ProxyAdmin: ${stranger.address} is owner, which docs/roles.md does not list$`,
        ].join("; "),
      ),
    );
  });
});

describe("expectedMembers", () => {
  it("refuses a role that nobody is named for", async () => {
    const { parameters } = await loadDeployment(ready);
    await expect(expectedMembers(hre, parameters, "MINTER_ROLE")).to.be.rejectedWith(
      DeploymentError,
      "nobody is named to hold MINTER_ROLE",
    );
  });

  for (const [role, keeper] of [
    ["PAUSER_ROLE", "pauser"],
    ["REGISTRAR_ROLE", "registrar"],
    ["GUARDIAN_ROLE", "guardian"],
    ["CERTIFIER_ROLE", "certifier"],
  ] as const) {
    it(`names the ${keeper} of the parameters for ${role}`, async () => {
      const { parameters } = await loadDeployment(ready);
      expect(await expectedMembers(hre, parameters, role)).to.deep.equal([parameters[keeper]]);
    });
  }
});
