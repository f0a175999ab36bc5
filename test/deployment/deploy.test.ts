import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import hre, { deployments, ethers, upgrades } from "hardhat";
import type { HardhatRuntimeEnvironment } from "hardhat/types";
import deployToken from "../../deploy/01_token";
import deployStaking from "../../deploy/02_staking";
import { DeploymentError } from "../../scripts/deployment/DeploymentError";
import { WCT__factory } from "../../typechain-types";
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

/** Runs `action` in a network of another name, which has these parameters. */
async function inNetworkWithToken(
  token: string,
  action: (environment: HardhatRuntimeEnvironment) => Promise<unknown>,
): Promise<void> {
  const name = "test-existing-token";
  const file = path.join(__dirname, `../../scripts/deployment/parameters/${name}.json`);
  const [, admin, pauser] = await ethers.getSigners();
  writeFileSync(file, JSON.stringify({ token, admin: admin!.address, pauser: pauser!.address }));
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
    for (const tag of ["token", "staking", "rewards"]) {
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
      await inNetworkWithToken(other, async (environment) => {
        await deployToken(environment);
        await expect(Promise.resolve(deployStaking(environment))).to.be.rejectedWith(
          DeploymentError,
          `StakeWeight at ${before.StakeWeight!} was deployed with ["${before.WCT!}"], ` +
            `the parameters now ask for ["${other}"]`,
        );
      });
    });
  });

  describe("given an existing token", () => {
    it("uses it and deploys none", async () => {
      const [deployer] = await ethers.getSigners();
      const existing = await (await new WCT__factory(deployer).deploy(deployer!, 5n)).getAddress();
      await run({ tags: ["token"], afresh: true });
      await deployments.delete("WCT");
      await inNetworkWithToken(existing, async (environment) => {
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
      await inNetworkWithToken(nowhere, async (environment) => {
        await expect(Promise.resolve(deployToken(environment))).to.be.rejectedWith(
          DeploymentError,
          `token: there is no contract at ${nowhere}`,
        );
      });
    });

    it("fails if the contract at its address is no ERC-20", async () => {
      await run({ tags: ["staking"], afresh: true });
      const proxyAdmin = (await addresses()).StakeWeight_ProxyAdmin!;
      await inNetworkWithToken(proxyAdmin, async (environment) => {
        const attempt = transactionsOf(() => Promise.resolve(deployToken(environment)) as Promise<void>);
        await expect(attempt).to.be.rejectedWith(
          DeploymentError,
          `token: the contract at ${proxyAdmin} does not answer as an ERC-20`,
        );
      });
    });
  });
});
