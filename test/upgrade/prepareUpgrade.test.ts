import { expect } from "chai";
import { getCreateAddress, ZeroAddress } from "ethers";
import hre, { deployments, ethers, upgrades } from "hardhat";
import type { Deployment } from "hardhat-deploy/types";
import { DeploymentError } from "../../scripts/deployment/DeploymentError";
import { formatUpgrade } from "../../scripts/upgrade/formatUpgrade";
import type { Implementation } from "../../scripts/upgrade/inspectImplementation";
import { prepareUpgrade } from "../../scripts/upgrade/prepareUpgrade";
import { UpgradeError } from "../../scripts/upgrade/UpgradeError";
import { encodePropose } from "../../scripts/upgrade/upgradeProposal";
import {
  PerformanceOracleNextVersion__factory,
  ProxyAdmin__factory,
  StakeWeight__factory,
  StakeWeightNextVersion__factory,
  WCTGovernor__factory,
} from "../../typechain-types";
import { WCT } from "../support/amounts";
import { funded } from "../support/funded";
import { loadDeployment } from "../support/loadDeployment";
import { Motion } from "../support/Motion";
import { DAY, nextAt, warpTo, WEEK } from "../support/time";

/** {@link funded}, where alice has 300,000 votes and bob's position is on its way to its end. */
async function staked() {
  const fixture = await funded();
  const { stakeWeight, alice, bob, carol, thursday } = fixture;
  await stakeWeight.connect(alice).stake(627_000n * WCT, 104n);
  await stakeWeight.connect(bob).stake(1_000n * WCT, 26n);
  await stakeWeight.connect(carol).delegate(alice);
  await stakeWeight.connect(carol).stake(500n * WCT, 52n);
  await nextAt(thursday + 5n);
  await stakeWeight.connect(bob).initiateUnlock();
  await warpTo(thursday + WEEK);
  return fixture;
}

type Fixture = Awaited<ReturnType<typeof staked>>;

/** The chain of {@link staked}, with the records that belong to it. */
async function load(): Promise<Fixture> {
  return loadDeployment(staked);
}

/** Changes what a record tells. */
async function changeRecord(name: string, changes: Partial<Deployment>): Promise<void> {
  await deployments.save(name, { ...(await deployments.get(name)), ...changes });
}

/** What a preparation could leave behind. */
async function traces() {
  const [deployer] = await ethers.getSigners();
  return {
    nonce: await deployer!.getNonce(),
    block: await ethers.provider.getBlockNumber(),
    records: Object.keys(await deployments.all()).sort(),
  };
}

/** Checks that a preparation is refused with this message and that nothing was sent or recorded. */
async function expectRefusal(
  options: { contract: string; implementation?: string; data?: string },
  message: RegExp,
): Promise<void> {
  const before = await traces();
  await expect(prepareUpgrade({ hre, ...options })).to.be.rejectedWith(UpgradeError, message);
  expect(await traces()).to.deep.equal(before);
}

/** Everything that StakeWeight tells of its stakers, at fixed seconds. */
async function told({ stakeWeight, token, alice, bob, carol, thursday }: Fixture) {
  const accounts = [alice, bob, carol];
  const times = [thursday, thursday + WEEK - 1n, thursday + 20n * WEEK];
  const both = accounts.flatMap((account) => times.map((time) => ({ account, time })));
  return {
    positions: await Promise.all(accounts.map((account) => stakeWeight.positionOf(account))),
    delegates: await Promise.all(accounts.map((account) => stakeWeight.delegates(account))),
    weights: await Promise.all(both.map(({ account, time }) => stakeWeight.weightAt(account, time))),
    votes: await Promise.all(accounts.map((account) => stakeWeight.getPastVotes(account, thursday + 10n))),
    totals: await Promise.all(times.map((time) => stakeWeight.totalWeightAt(time))),
    totalStaked: await stakeWeight.totalStaked(),
    tokens: await token.balanceOf(stakeWeight),
    admins: await stakeWeight.getRoleMembers(await stakeWeight.DEFAULT_ADMIN_ROLE()),
    pausers: await stakeWeight.getRoleMembers(await stakeWeight.PAUSER_ROLE()),
    distributors: await stakeWeight.getRoleMembers(await stakeWeight.DISTRIBUTOR_ROLE()),
  };
}

/** Carries a proposal through the governor and the timelock with alice's votes. */
async function carry({ governor, alice, stranger }: Fixture, proposal: Parameters<typeof encodePropose>[0]) {
  const motion = await Motion.propose(governor, alice, proposal);
  await motion.openVote();
  await motion.vote(alice, "for");
  await motion.closeVote();
  await motion.queue(stranger);
  await motion.endDelay();
  await motion.execute(stranger);
}

const next = { contract: "StakeWeight", implementation: "StakeWeightNextVersion" };

describe("prepareUpgrade", () => {
  describe("given an implementation that may follow", () => {
    it("deploys it with the arguments of the present one and records it", async () => {
      const { token } = await load();
      const before = await traces();
      const [deployer] = await ethers.getSigners();
      const upgrade = await prepareUpgrade({ hre, ...next });
      expect(upgrade.isNew).to.equal(true);
      expect(upgrade.next).to.equal(getCreateAddress({ from: deployer!.address, nonce: before.nonce }));
      expect((await traces()).block).to.equal(before.block + 1);
      const [name] = (await traces()).records.filter((record) => !before.records.includes(record));
      expect(name).to.match(/^StakeWeight_Implementation_[0-9a-f]{8}$/);
      expect((await deployments.get(name!)).address).to.equal(upgrade.next);
      expect(await StakeWeight__factory.connect(upgrade.next, deployer).token()).to.equal(await token.getAddress());
    });

    it("proposes that the ProxyAdmin upgrades the proxy", async () => {
      const { stakeWeight, governor } = await load();
      const { proposal, ...upgrade } = await prepareUpgrade({ hre, ...next });
      const proxy = await stakeWeight.getAddress();
      expect(upgrade.proxy).to.equal(proxy);
      expect(upgrade.present).to.equal(await upgrades.erc1967.getImplementationAddress(proxy));
      expect(upgrade.governor).to.equal(await governor.getAddress());
      expect(proposal).to.deep.equal({
        targets: [(await deployments.get("StakeWeight_ProxyAdmin")).address],
        values: [0n],
        calldatas: [
          ProxyAdmin__factory.createInterface().encodeFunctionData("upgradeAndCall", [proxy, upgrade.next, "0x"]),
        ],
        description: `Upgrade StakeWeight to StakeWeightNextVersion at ${upgrade.next}`,
      });
    });

    it("takes a description and a call within the upgrade", async () => {
      const { stakeWeight, alice } = await load();
      const data = stakeWeight.interface.encodeFunctionData("delegate", [alice.address]);
      const { proposal } = await prepareUpgrade({ hre, ...next, data, description: "Version 2" });
      expect(proposal.description).to.equal("Version 2");
      const [, , call] = ProxyAdmin__factory.createInterface().decodeFunctionData(
        "upgradeAndCall",
        proposal.calldatas[0]!,
      );
      expect(call).to.equal(data);
    });

    it("prints the proposal and the call that proposes it", async () => {
      await load();
      const upgrade = await prepareUpgrade({ hre, ...next });
      const { targets, calldatas, description } = upgrade.proposal;
      const text = formatUpgrade(upgrade);
      for (const part of [upgrade.next, "deployed just now", targets[0]!, calldatas[0]!, description]) {
        expect(text).to.contain(part);
      }
      const lastLine = text.split("\n").at(-1)!.trim();
      const call = WCTGovernor__factory.createInterface().parseTransaction({ data: lastLine })!;
      expect(call.name).to.equal("propose");
      expect(call.args.toArray(true)).to.deep.equal([targets, [0n], calldatas, description]);
    });

    it("sends nothing when it runs again", async () => {
      await load();
      const { next: address, proposal } = await prepareUpgrade({ hre, ...next });
      const before = await traces();
      const again = await prepareUpgrade({ hre, ...next });
      expect(await traces()).to.deep.equal(before);
      expect(again).to.deep.include({ isNew: false, next: address, proposal });
    });

    it("deploys it again when the recorded one is not on this chain", async () => {
      await load();
      await prepareUpgrade({ hre, ...next });
      const records = Object.entries(await deployments.all()).filter(([name]) => /Implementation_/.test(name));
      await load();
      for (const [name, record] of records) await deployments.save(name, record);
      const upgrade = await prepareUpgrade({ hre, ...next });
      expect(upgrade.isNew).to.equal(true);
      expect(await ethers.provider.getCode(upgrade.next)).not.to.equal("0x");
    });

    it("is upgraded to by the proposal, with all state kept", async () => {
      const fixture = await load();
      const { stakeWeight, deployer } = fixture;
      const before = await told(fixture);
      const upgrade = await prepareUpgrade({ hre, ...next });
      await carry(fixture, upgrade.proposal);
      const proxy = await stakeWeight.getAddress();
      expect(await upgrades.erc1967.getImplementationAddress(proxy)).to.equal(upgrade.next);
      expect(await StakeWeightNextVersion__factory.connect(proxy, deployer).version()).to.equal(2n);
      expect(await told(fixture)).to.deep.equal(before);
    });

    it("is what the one after it is compared with, once executed", async () => {
      const fixture = await load();
      const { proposal, next: second } = await prepareUpgrade({ hre, ...next });
      await carry(fixture, proposal);
      await expectRefusal(next, /StakeWeightNextVersion, as it is compiled now, is already the implementation/);
      await expectRefusal({ ...next, implementation: "StakeWeightChangedLayout" }, new RegExp(`follow ${second}`));
    });

    it("can be followed by the one before it, which stands already", async () => {
      const fixture = await load();
      const { proposal, present: first, next: second } = await prepareUpgrade({ hre, ...next });
      await carry(fixture, proposal);
      const before = await traces();
      const back = await prepareUpgrade({ hre, contract: "StakeWeight" });
      expect(back).to.include({ present: second, next: first, isNew: false });
      expect(await traces()).to.deep.equal(before);
    });

    it("works for RewardDistributor, too", async () => {
      const fixture = await load();
      const { distributor, stakeWeight } = fixture;
      const upgrade = await prepareUpgrade({
        hre,
        contract: "RewardDistributor",
        implementation: "RewardDistributorNextVersion",
      });
      await carry(fixture, upgrade.proposal);
      const proxy = await distributor.getAddress();
      expect(await upgrades.erc1967.getImplementationAddress(proxy)).to.equal(upgrade.next);
      expect(await distributor.stakeWeight()).to.equal(await stakeWeight.getAddress());
    });
  });

  describe("given the contracts of nodes and wallets", () => {
    for (const contract of ["NodeIdentities", "NodeRegistry", "NodeRewards", "PerformanceOracle", "WalletRewards"]) {
      it(`finds ${contract} as it was recorded, code, arguments and layout`, async () => {
        await load();
        const { address } = await deployments.get(`${contract}_Implementation`);
        await expectRefusal(
          { contract },
          new RegExp(`^${contract}: ${contract}, as it is compiled now, is already the implementation, at ${address}$`),
        );
      });

      it(`refuses ${contract} another constructor`, async () => {
        await load();
        await expectRefusal({ contract, implementation: "StakeWeightMoreArguments" }, /its constructor takes/);
      });

      it(`refuses ${contract} while its record holds no layout`, async () => {
        await load();
        await changeRecord(`${contract}_Implementation`, { linkedData: undefined });
        await expectRefusal({ contract }, new RegExp(`the record ${contract}_Implementation holds no layout$`));
      });
    }

    for (const [contract, argument] of [
      ["NodeRegistry", "StakeWeight"],
      ["NodeRegistry", "NodeIdentities"],
      ["NodeRewards", "RewardDistributor"],
      ["PerformanceOracle", "NodeRegistry"],
      ["PerformanceOracle", "NodeIdentities"],
      ["PerformanceOracle", "NodeRewards"],
      ["WalletRewards", "PerformanceOracle"],
    ] as const) {
      it(`refuses ${contract} over another ${argument}`, async () => {
        const { stranger } = await load();
        await changeRecord(argument, { address: stranger.address });
        await expectRefusal({ contract }, new RegExp(`would get \\[.*"${stranger.address}".*\\], the present one was`));
      });
    }

    it("refuses NodeRewards the layout of another contract", async () => {
      await load();
      const { layout } = (await deployments.get("StakeWeight_Implementation")).linkedData as Implementation;
      const { codeHash } = (await deployments.get("NodeRewards_Implementation")).linkedData as Implementation;
      await changeRecord("NodeRewards_Implementation", { linkedData: { codeHash: `${codeHash} of another`, layout } });
      await expectRefusal({ contract: "NodeRewards" }, /New storage layout is incompatible/);
    });

    it("upgrades PerformanceOracle by the proposal, and its configuration stays", async () => {
      const fixture = await load();
      const { deployer, thursday } = fixture;
      const proxy = (await deployments.get("PerformanceOracle")).address;
      const oracle = PerformanceOracleNextVersion__factory.connect(proxy, deployer);
      const before = await oracle.configurationAt(thursday / DAY);
      const upgrade = await prepareUpgrade({
        hre,
        contract: "PerformanceOracle",
        implementation: "PerformanceOracleNextVersion",
      });
      await carry(fixture, upgrade.proposal);
      expect(await upgrades.erc1967.getImplementationAddress(proxy)).to.equal(upgrade.next);
      expect(await oracle.version()).to.equal(2n);
      expect(await oracle.configurationAt(thursday / DAY)).to.deep.equal(before);
    });
  });

  describe("refuses, before any transaction,", () => {
    for (const contract of ["StakeWeight", "RewardDistributor"]) {
      it(`a changed layout of ${contract}, with OpenZeppelin's reason`, async () => {
        await load();
        await expectRefusal(
          { contract, implementation: `${contract}ChangedLayout` },
          new RegExp(
            `^${contract}: ${contract}ChangedLayout cannot follow 0x\\w{40}: New storage layout is incompatible`,
          ),
        );
      });
    }

    it("a changed layout, by the names of the fields", async () => {
      await load();
      await expectRefusal(
        { ...next, implementation: "StakeWeightChangedLayout" },
        /contracts\/mocks\/StakeWeightChangedLayout\.sol:\d+: Inserted `stakes`/,
      );
    });

    it("code that is not upgrade safe", async () => {
      await load();
      const unsafe = { ...next, implementation: "StakeWeightUnsafe" };
      await expectRefusal(unsafe, /StakeWeightUnsafe\.sol:\d+: Use of delegatecall is not allowed/);
      await expectRefusal(unsafe, /StakeWeightUnsafe\.sol:\d+: Missing initializer/);
    });

    it("another constructor", async () => {
      await load();
      await expectRefusal(
        { ...next, implementation: "StakeWeightMoreArguments" },
        /its constructor takes \(address,uint256\), that of the present one \(address\)$/,
      );
    });

    it("other arguments than those of the present implementation", async () => {
      const { token, stranger } = await load();
      await changeRecord("WCT", { address: stranger.address });
      await expectRefusal(
        next,
        new RegExp(
          `would get \\["${stranger.address}"\\], the present one was deployed with \\["${await token.getAddress()}"\\]$`,
        ),
      );
    });

    it("unchanged code", async () => {
      await load();
      await expectRefusal(
        { contract: "StakeWeight" },
        /^StakeWeight: StakeWeight, as it is compiled now, is already the implementation, at 0x\w{40}$/,
      );
    });

    it("a proxy whose implementation is not recorded", async () => {
      const { stakeWeight, admin, deployer, token } = await load();
      const unknown = await new StakeWeightNextVersion__factory(deployer).deploy(token);
      const proxyAdmin = ProxyAdmin__factory.connect((await deployments.get("StakeWeight_ProxyAdmin")).address, admin);
      await proxyAdmin.upgradeAndCall(stakeWeight, unknown, "0x");
      await expectRefusal(
        { contract: "StakeWeight" },
        new RegExp(`runs on ${await unknown.getAddress()}, of which there is no record, so its layout is unknown$`),
      );
    });

    it("a record that is not of the code on the chain", async () => {
      const { stranger } = await load();
      await changeRecord("StakeWeight_Implementation", { args: [stranger.address] });
      await expectRefusal(next, /the code at 0x\w{40} is not that of the record StakeWeight_Implementation with/);
    });

    it("a record without a layout", async () => {
      await load();
      await changeRecord("StakeWeight_Implementation", { linkedData: undefined });
      await expectRefusal(next, /^StakeWeight: the record StakeWeight_Implementation holds no layout$/);
    });

    it("a ProxyAdmin that is not the timelock's", async () => {
      const { admin, stranger } = await load();
      const proxyAdmin = ProxyAdmin__factory.connect((await deployments.get("StakeWeight_ProxyAdmin")).address, admin);
      await proxyAdmin.transferOwnership(stranger);
      await expectRefusal(next, new RegExp(`belongs to ${stranger.address}, not to the timelock$`));
    });

    it("a contract that is not recorded", async () => {
      await load();
      await deployments.delete("NodeRegistry");
      await expectRefusal({ contract: "NodeRegistry" }, /^there is no record of NodeRegistry on hardhat$/);
    });

    it("a contract without a proxy", async () => {
      await load();
      const refused = prepareUpgrade({ hre, contract: "WCT" });
      await expect(refused).to.be.rejectedWith(DeploymentError, /^WCT is no contract that .* behind a proxy$/);
    });
  });

  it("tells after the deployment when the call within the upgrade would fail", async () => {
    await load();
    const data = StakeWeight__factory.createInterface().encodeFunctionData("initialize", [ZeroAddress]);
    await expect(prepareUpgrade({ hre, ...next, data })).to.be.rejectedWith(
      UpgradeError,
      /the upgrade to 0x\w{40} would fail: .*InvalidInitialization/,
    );
  });
});
