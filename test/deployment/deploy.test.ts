import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import hre, { deployments, ethers, upgrades } from "hardhat";
import type { HardhatRuntimeEnvironment } from "hardhat/types";
import deployToken from "../../deploy/01_token";
import deployStaking from "../../deploy/02_staking";
import deployGovernance from "../../deploy/04_governance";
import deployHandover from "../../deploy/99_handover";
import { DeploymentError } from "../../scripts/deployment/DeploymentError";
import { WCT__factory } from "../../typechain-types";
import { readParameters } from "../../scripts/deployment/parameters";
import localParameters from "../../scripts/deployment/parameters/local.json";
import { deployed } from "../support/deployed";

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
  changes: { token?: string; governance?: Record<string, unknown> },
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

  it("records proxies under the contracts' names", async () => {
    await run({ afresh: true });
    const recorded = await addresses();
    for (const name of ["StakeWeight", "RewardDistributor"]) {
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
    for (const tag of ["token", "staking", "rewards", "governance"]) {
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
