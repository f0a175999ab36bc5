import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256, ZeroAddress } from "ethers";
import hre, { deployments, ethers, upgrades } from "hardhat";
import type { HardhatRuntimeEnvironment } from "hardhat/types";
import deployToken from "../../deploy/01_token";
import deployStaking from "../../deploy/02_staking";
import deployGovernance from "../../deploy/04_governance";
import deployNodes from "../../deploy/06_nodes";
import deployHandover from "../../deploy/99_handover";
import { readConfiguration } from "../../scripts/performance/readConfiguration";
import { DeploymentError } from "../../scripts/deployment/DeploymentError";
import { initialConfiguration } from "../../scripts/deployment/initialConfiguration";
import { ParameterError, readParameters } from "../../scripts/deployment/parameters";
import localParameters from "../../scripts/deployment/parameters/local.json";
import { WCT__factory } from "../../typechain-types";
import { deployed } from "../support/deployed";
import { loadDeployment } from "../support/loadDeployment";
import { epochOf, nodeContracts, nodeFor, register, stakeFor } from "../support/nodes";
import { DAY, now } from "../support/time";

/** Runs the deploy scripts of these tags and of what they depend on; all of them without tags. */
async function run(options: { tags?: string[]; afresh: boolean }): Promise<void> {
  await deployments.run(options.tags, {
    resetMemory: options.afresh,
    deletePreviousDeployments: false,
    writeDeploymentsToFiles: false,
  });
}

async function addresses(): Promise<Record<string, string>> {
  const all = await deployments.all();
  return Object.fromEntries(Object.entries(all).map(([name, { address }]) => [name, address]));
}

/** How many transactions the deployer sends while `action` runs. */
async function transactionsOf(action: () => Promise<void>): Promise<number> {
  const [deployer] = await ethers.getSigners();
  const before = await deployer!.getNonce();
  await action();
  return (await deployer!.getNonce()) - before;
}

/** Runs `action` in a network of another name, whose parameters are the local ones but for these. */
async function inNetworkWith(
  changes: { token?: string; governance?: Record<string, unknown>; measurement?: Record<string, unknown> },
  action: (environment: HardhatRuntimeEnvironment) => Promise<unknown>,
): Promise<void> {
  const name = "test-changed-parameters";
  const file = path.join(__dirname, `../../scripts/deployment/parameters/${name}.json`);
  writeFileSync(file, JSON.stringify({ ...localParameters, ...changes }));
  try {
    const network = Object.create(hre.network, { name: { value: name } }) as typeof hre.network;
    await action(Object.create(hre, { network: { value: network } }) as HardhatRuntimeEnvironment);
  } finally {
    rmSync(file);
  }
}

/** What the deploy scripts put behind proxies. */
const proxied = [
  "StakeWeight",
  "RewardDistributor",
  "NodeIdentities",
  "NodeRegistry",
  "NodeRewards",
  "PerformanceOracle",
  "WalletRewards",
] as const;

/** Over which contracts the implementations stand. */
const immutables: Record<string, string[]> = {
  NodeIdentities: [],
  NodeRegistry: ["StakeWeight", "NodeIdentities"],
  NodeRewards: ["RewardDistributor"],
  PerformanceOracle: ["NodeRegistry", "NodeIdentities", "NodeRewards"],
  WalletRewards: ["PerformanceOracle", "WCT"],
};

describe("deployment", () => {
  it("connects the contracts with each other", async () => {
    const { token, stakeWeight, distributor } = await loadFixture(deployed);
    expect(await stakeWeight.token()).to.equal(await token.getAddress());
    expect(await distributor.stakeWeight()).to.equal(await stakeWeight.getAddress());
    expect(await stakeWeight.getRoleMembers(await stakeWeight.DISTRIBUTOR_ROLE())).to.deep.equal([
      await distributor.getAddress(),
    ]);
  });

  it("gives the governor the votes of StakeWeight and the settings of the parameters", async () => {
    const { governor, timelock, stakeWeight } = await loadFixture(deployed);
    const { governance } = readParameters("hardhat");
    expect(await governor.token()).to.equal(await stakeWeight.getAddress());
    expect(await governor.timelock()).to.equal(await timelock.getAddress());
    expect(await governor.votingDelay()).to.equal(governance.votingDelay);
    expect(await governor.votingPeriod()).to.equal(governance.votingPeriod);
    expect(await governor.proposalThreshold()).to.equal(governance.proposalThreshold);
    expect(await governor["quorumNumerator()"]()).to.equal(governance.quorumPercent);
    expect(await timelock.getMinDelay()).to.equal(governance.timelockDelay);
  });

  it("gives the token of StakeWeight to NodeRewards, and lets the distributor take what is slashed", async () => {
    const { token, distributor, nodeRewards } = await loadFixture(nodeContracts);
    expect(await nodeRewards.token()).to.equal(await token.getAddress());
    expect(await token.allowance(nodeRewards, distributor)).to.equal(MaxUint256);
  });

  it("lets NodeRegistry read positions of StakeWeight", async () => {
    const contracts = await loadFixture(nodeContracts);
    const { registry, operators } = contracts;
    expect(await registry.isQualified(operators[0]!)).to.equal(false);
    await stakeFor(contracts, operators[0]!);
    expect(await registry.isQualified(operators[0]!)).to.equal(true);
  });

  it("lets NodeRegistry introduce nodes to NodeIdentities", async () => {
    const contracts = await loadFixture(nodeContracts);
    const { identities, operators } = contracts;
    const node = nodeFor(operators[0]!);
    await stakeFor(contracts, node.operator);
    await register(contracts, node);
    expect(await identities.endpointOf(node.operator)).to.equal(node.endpoint);
    expect(await identities.operatorOfKey(node.key)).to.equal(node.operator.address);
  });

  for (const name of Object.keys(immutables)) {
    it(`makes the implementation of ${name} over the contracts deployed before`, async () => {
      await run({ afresh: true });
      const { args } = await deployments.get(`${name}_Implementation`);
      const recorded = await addresses();
      expect(args).to.deep.equal(immutables[name]!.map((of) => recorded[of]));
    });
  }

  it("starts NodeRegistry in Phase 1 with nobody seated and the design's targets", async () => {
    const { registry } = await loadFixture(nodeContracts);
    const epoch = epochOf(await now());
    expect(await registry.phaseAt(epoch)).to.equal(0n);
    expect(await registry.phaseAt(epoch + 1_000n)).to.equal(0n);
    expect(await registry.targets()).to.deep.equal([15n, 6n]);
    expect(await registry.counts()).to.deep.equal([0n, 0n, 0n, 0n]);
  });

  it("opens the budget of NodeRewards with the epoch of the deployment", async () => {
    const { nodeRewards, token, deployer } = await loadFixture(nodeContracts);
    const epoch = epochOf(await now());
    await token.connect(deployer).approve(nodeRewards, 5n);
    await nodeRewards.connect(deployer).fund(epoch, 5n);
    expect(await nodeRewards.budgetOf(epoch)).to.equal(5n);
    expect(await nodeRewards.totalFunded()).to.equal(5n);
  });

  it("gives PerformanceOracle the configuration of the parameters from its first epoch on", async () => {
    const { oracle } = await loadFixture(nodeContracts);
    const { measurement } = readParameters("hardhat");
    const [set] = await oracle.queryFilter(oracle.filters.ConfigurationSet());
    const first = set!.args.fromEpoch;
    expect(first).to.equal(BigInt((await set!.getBlock()).timestamp) / DAY);
    const { committee, ...settings } = measurement;
    expect(await readConfiguration({ oracle, epoch: first })).to.deep.equal({
      score: {
        uptimeWeight: settings.uptimeWeight,
        latencyWeight: settings.latencyWeight,
        goodLatencyMs: BigInt(settings.goodLatencyMs),
        badLatencyMs: BigInt(settings.badLatencyMs),
      },
      thresholds: {
        confinement: settings.confinement,
        promotion: settings.promotion,
        activeFloor: BigInt(settings.activeFloor),
      },
      pay: {
        baseBps: BigInt(settings.baseBps),
        reservedBps: BigInt(settings.reservedBps),
        shareCapBps: BigInt(settings.shareCapBps),
        slashBps: BigInt(settings.slashBps),
        equivocationSlashBps: BigInt(settings.equivocationSlashBps),
      },
      committee: committee.map(({ reporter }) => ({ reporter, operator: ZeroAddress })),
    });
    await expect(oracle.configurationAt(first - 1n)).to.be.revertedWithCustomError(oracle, "NoConfiguration");
  });

  it("passes on whose node a member of the committee belongs to", () => {
    const { measurement } = readParameters("hardhat");
    const [one, other] = measurement.committee;
    const operator = ethers.Wallet.createRandom().address;
    const committee = [{ ...one!, operator }, other!];
    expect(initialConfiguration({ ...measurement, committee }).committee).to.deep.equal([
      { reporter: one!.reporter, operator },
      { reporter: other!.reporter, operator: ZeroAddress },
    ]);
  });

  for (const name of proxied) {
    it(`initializes ${name}, once, and locks its implementation`, async () => {
      await run({ afresh: true });
      const recorded = await addresses();
      const factory = await ethers.getContractFactory(name);
      const { measurement } = readParameters("hardhat");
      const [deployer] = await ethers.getSigners();
      const settings = name === "PerformanceOracle" ? [initialConfiguration(measurement)] : [];
      for (const address of [recorded[name]!, recorded[`${name}_Implementation`]!]) {
        const again = factory.attach(address).getFunction("initialize");
        await expect(again.staticCall(deployer, ...settings)).to.be.revertedWithCustomError(
          factory,
          "InvalidInitialization",
        );
      }
    });
  }

  it("records proxies under the contracts' names", async () => {
    await run({ afresh: true });
    const recorded = await addresses();
    for (const name of proxied) {
      const proxy = recorded[name]!;
      expect(await upgrades.erc1967.getImplementationAddress(proxy)).to.equal(recorded[`${name}_Implementation`]);
      expect(await upgrades.erc1967.getAdminAddress(proxy)).to.equal(recorded[`${name}_ProxyAdmin`]);
    }
  });

  it("gives the deployer the whole supply on local chains", async () => {
    const { token, deployer } = await loadFixture(deployed);
    expect(await token.balanceOf(deployer)).to.equal(await token.totalSupply());
    expect(await token.totalSupply()).to.equal(10n ** 27n);
  });

  describe("when it runs a second time", () => {
    it("sends no transaction", async () => {
      await run({ afresh: true });
      const block = await ethers.provider.getBlockNumber();
      expect(await transactionsOf(() => run({ afresh: false }))).to.equal(0);
      expect(await ethers.provider.getBlockNumber()).to.equal(block);
    });

    it("keeps every address", async () => {
      await run({ afresh: true });
      const before = await addresses();
      await run({ afresh: false });
      expect(await addresses()).to.deep.equal(before);
    });
  });

  describe("when it was interrupted", () => {
    for (const tag of ["token", "staking", "rewards", "governance", "nodes", "wallets"]) {
      it(`goes on after ${tag} and keeps what stands`, async () => {
        await run({ tags: [tag], afresh: true });
        const before = await addresses();
        await run({ afresh: false });
        expect(await addresses()).to.include(before);
        expect(await transactionsOf(() => run({ afresh: false }))).to.equal(0);
      });
    }

    it("uses a proxy that was sent but not recorded", async () => {
      await run({ tags: ["staking"], afresh: true });
      const before = await addresses();
      await deployments.delete("StakeWeight");
      await deployments.delete("StakeWeight_ProxyAdmin");
      expect(await transactionsOf(() => run({ tags: ["staking"], afresh: false }))).to.equal(0);
      expect(await addresses()).to.deep.equal(before);
    });

    it("goes on with the nodes after those that stand", async () => {
      await run({ tags: ["nodes"], afresh: true });
      const before = await addresses();
      for (const suffix of ["", "_ProxyAdmin", "_Proxy", "_Implementation"]) {
        for (const name of ["NodeRewards", "PerformanceOracle"]) await deployments.delete(`${name}${suffix}`);
      }
      expect(await transactionsOf(() => run({ tags: ["nodes"], afresh: false }))).to.equal(4);
      const after = await addresses();
      expect(after.NodeRegistry).to.equal(before.NodeRegistry);
      expect(after.NodeIdentities).to.equal(before.NodeIdentities);
      expect((await deployments.get("PerformanceOracle_Implementation")).args).to.deep.equal(
        immutables.PerformanceOracle!.map((name) => after[name]),
      );
    });

    it("uses a timelock whose governor was not sent", async () => {
      await run({ tags: ["governance"], afresh: true });
      const { Timelock: timelock } = await addresses();
      await deployments.delete("WCTGovernor");
      // The governor, and its two roles in the timelock.
      expect(await transactionsOf(() => run({ tags: ["governance"], afresh: false }))).to.equal(3);
      expect((await addresses()).Timelock).to.equal(timelock);
    });

    it("gives the governor the role that it lacks in the timelock", async () => {
      await run({ tags: ["governance"], afresh: true });
      const { Timelock, WCTGovernor } = await addresses();
      const timelock = await ethers.getContractAt("TimelockController", Timelock!);
      await timelock.revokeRole(await timelock.CANCELLER_ROLE(), WCTGovernor!);
      expect(await transactionsOf(() => run({ tags: ["governance"], afresh: false }))).to.equal(1);
      expect(await timelock.hasRole(await timelock.CANCELLER_ROLE(), WCTGovernor!)).to.equal(true);
    });

    it("goes on as another deployer where nothing depends on who deploys", async () => {
      await run({ afresh: true });
      const before = await addresses();
      const [, , other] = await ethers.getSigners();
      const getNamedAccounts = () => Promise.resolve({ deployer: other!.address });
      const environment = Object.create(hre, { getNamedAccounts: { value: getNamedAccounts } }) as typeof hre;
      await deployGovernance(environment);
      await deployNodes(environment);
      await deployHandover(environment);
      expect(await addresses()).to.deep.equal(before);
    });

    it("uses an implementation whose proxy was not sent", async () => {
      await run({ tags: ["staking"], afresh: true });
      const before = await addresses();
      for (const name of ["StakeWeight", "StakeWeight_ProxyAdmin", "StakeWeight_Proxy"]) await deployments.delete(name);
      expect(await transactionsOf(() => run({ tags: ["staking"], afresh: false }))).to.equal(1);
      expect((await addresses()).StakeWeight_Implementation).to.equal(before.StakeWeight_Implementation);
    });
  });

  describe("when the parameters changed in between", () => {
    it("refuses to go on with another token than StakeWeight stands on", async () => {
      await run({ tags: ["staking"], afresh: true });
      const before = await addresses();
      const [deployer] = await ethers.getSigners();
      const other = await (await new WCT__factory(deployer).deploy(deployer!, 5n)).getAddress();
      await inNetworkWith({ token: other }, async (environment) => {
        await deployToken(environment);
        await expect(Promise.resolve(deployStaking(environment))).to.be.rejectedWith(
          DeploymentError,
          `StakeWeight at ${before.StakeWeight!} was deployed with ["${before.WCT!}"], ` +
            `the parameters now ask for ["${other}"]`,
        );
      });
    });
  });

  describe("when the parameters of governance changed in between", () => {
    for (const [key, value, contract] of [
      ["timelockDelay", 3_600, "Timelock"],
      ["votingDelay", 3_600, "WCTGovernor"],
      ["votingPeriod", 3_600, "WCTGovernor"],
      ["proposalThreshold", "5", "WCTGovernor"],
      ["quorumPercent", 5, "WCTGovernor"],
    ] as const) {
      it(`refuses to go on with another ${key}`, async () => {
        await run({ tags: ["governance"], afresh: true });
        const before = await addresses();
        const governance = { ...localParameters.governance, [key]: value };
        await inNetworkWith({ token: before.WCT!, governance }, async (environment) => {
          await expect(Promise.resolve(deployGovernance(environment))).to.be.rejectedWith(
            DeploymentError,
            new RegExp(
              `^${contract} at ${before[contract]!} was deployed with .*, the parameters now ask for .*${value}`,
            ),
          );
        });
        expect(await addresses()).to.deep.equal(before);
      });
    }
  });

  describe("when the parameters of the measurement changed in between", () => {
    for (const [key, value, told] of [
      ["uptimeWeight", "0.9", "900000000000000000"],
      ["badLatencyMs", 1_999, "1999"],
      ["promotion", "0.95", "950000000000000000"],
      ["activeFloor", 10, '"10"'],
      ["slashBps", 11, '"11"'],
      ["committee", localParameters.measurement.committee.slice(1), localParameters.measurement.committee[1]!.reporter],
    ] as const) {
      it(`refuses to go on with another ${key}`, async () => {
        await run({ tags: ["nodes"], afresh: true });
        const before = await addresses();
        const measurement = { ...localParameters.measurement, [key]: value };
        await inNetworkWith({ token: before.WCT!, measurement }, async (environment) => {
          await expect(Promise.resolve(deployNodes(environment))).to.be.rejectedWith(
            DeploymentError,
            new RegExp(
              `^PerformanceOracle at ${before.PerformanceOracle!} was deployed with .*, the parameters now ask for .*${told}`,
            ),
          );
        });
        expect(await addresses()).to.deep.equal(before);
      });
    }

    it("goes on with what governance set in the meantime", async () => {
      const { oracle, admin } = await loadDeployment(nodeContracts);
      const configuration = await readConfiguration({ oracle, epoch: epochOf(await now()) });
      const pay = { ...configuration.pay, slashBps: 50n };
      await oracle.connect(admin).setConfiguration({ ...configuration, pay });
      expect(await transactionsOf(() => run({ afresh: false }))).to.equal(0);
    });

    it("sends nothing where a parameter is out of its bounds", async () => {
      await run({ tags: ["rewards"], afresh: true });
      const before = await addresses();
      const measurement = { ...localParameters.measurement, committee: [] };
      await inNetworkWith({ token: before.WCT!, measurement }, async (environment) => {
        const attempt = async () => {
          await expect((async () => deployNodes(environment))()).to.be.rejectedWith(
            ParameterError,
            "measurement.committee: must be a list of 1 to 32 members",
          );
        };
        expect(await transactionsOf(attempt)).to.equal(0);
      });
    });
  });

  describe("given an existing token", () => {
    it("uses it and deploys none", async () => {
      const [deployer] = await ethers.getSigners();
      const existing = await (await new WCT__factory(deployer).deploy(deployer!, 5n)).getAddress();
      await run({ tags: ["token"], afresh: true });
      await deployments.delete("WCT");
      await inNetworkWith({ token: existing }, async (environment) => {
        expect(
          await transactionsOf(async () => {
            await deployToken(environment);
          }),
        ).to.equal(0);
      });
      expect((await deployments.get("WCT")).address).to.equal(existing);
    });

    it("fails if there is no contract at its address", async () => {
      const nowhere = ethers.Wallet.createRandom().address;
      await inNetworkWith({ token: nowhere }, async (environment) => {
        await expect(Promise.resolve(deployToken(environment))).to.be.rejectedWith(
          DeploymentError,
          `token: there is no contract at ${nowhere}`,
        );
      });
    });

    it("fails if the contract at its address is no ERC-20", async () => {
      await run({ tags: ["staking"], afresh: true });
      const proxyAdmin = (await addresses()).StakeWeight_ProxyAdmin!;
      await inNetworkWith({ token: proxyAdmin }, async (environment) => {
        const attempt = transactionsOf(() => Promise.resolve(deployToken(environment)) as Promise<void>);
        await expect(attempt).to.be.rejectedWith(
          DeploymentError,
          `token: the contract at ${proxyAdmin} does not answer as an ERC-20`,
        );
      });
    });
  });
});
