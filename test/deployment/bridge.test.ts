import { setBalance, setStorageAt } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { zeroPadValue } from "ethers";
import hre, { deployments, ethers, upgrades } from "hardhat";
import deployMigration from "../../deploy/05_migration";
import deployHandover from "../../deploy/99_handover";
import { DeploymentError } from "../../scripts/deployment/DeploymentError";
import { LegacyStakeWeightBridge__factory, ReentrantToken__factory, StakeWeight__factory } from "../../typechain-types";
import { findings } from "../roles/fixture";
import { deployLegacy, legacySlots } from "../support/legacy";

/** Not a fixture: records are no state of the chain. All but the migration and the handover, and a legacy StakeWeight over the same token whose proxy belongs to the deployer. */
async function besideLegacy() {
  await deployments.run(["governance", "wallets"], {
    resetMemory: true,
    deletePreviousDeployments: false,
    writeDeploymentsToFiles: false,
  });
  const [deployer, , , stranger] = await ethers.getSigners();
  const token = await ethers.getContractAt("WCT", (await deployments.get("WCT")).address);
  const legacy = await deployLegacy({ token, generation: 2, admin: deployer! });
  await deployments.save("LegacyStakeWeight", { address: legacy.addresses.stakeWeight, abi: [] });
  return { legacy, token, deployer: deployer!, stranger: stranger! };
}

async function implementationOf(proxy: string): Promise<string> {
  return upgrades.erc1967.getImplementationAddress(proxy);
}

/** What the deployer sends while the deploy script runs. */
async function transactions(): Promise<number> {
  const [deployer] = await ethers.getSigners();
  const before = await deployer!.getNonce();
  await deployMigration(hre);
  return (await deployer!.getNonce()) - before;
}

describe("deployment of the bridge", () => {
  it("does nothing where no legacy system is named", async () => {
    await besideLegacy();
    await deployments.delete("LegacyStakeWeight");
    expect(await transactions()).to.equal(0);
    expect(await deployments.getOrNull("LegacyStakeWeightBridge")).to.equal(undefined);
  });

  it("upgrades the legacy proxy to a bridge to StakeWeight", async () => {
    const { legacy, deployer } = await besideLegacy();
    expect(await transactions()).to.equal(3);
    const bridge = (await deployments.get("LegacyStakeWeightBridge")).address;
    expect(await implementationOf(legacy.addresses.stakeWeight)).to.equal(bridge);
    const proxy = LegacyStakeWeightBridge__factory.connect(legacy.addresses.stakeWeight, deployer);
    expect(await proxy.stakeWeight()).to.equal((await deployments.get("StakeWeight")).address);
  });

  it("sends nothing the second time", async () => {
    await besideLegacy();
    await transactions();
    expect(await transactions()).to.equal(0);
  });

  it("hands the legacy proxy to the timelock and makes it the migrator", async () => {
    const { legacy, deployer } = await besideLegacy();
    await deployMigration(hre);
    await deployHandover(hre);
    expect(await legacy.proxyAdmin.owner()).to.equal((await deployments.get("Timelock")).address);
    const stakeWeight = StakeWeight__factory.connect((await deployments.get("StakeWeight")).address, deployer);
    expect(await stakeWeight.getRoleMembers(await stakeWeight.MIGRATOR_ROLE())).to.deep.equal([
      legacy.addresses.stakeWeight,
    ]);
  });

  it("leaves the upgrade to the timelock where the proxy is the timelock's", async () => {
    const { legacy } = await besideLegacy();
    await legacy.proxyAdmin.transferOwnership((await deployments.get("Timelock")).address);
    const before = await implementationOf(legacy.addresses.stakeWeight);
    expect(await transactions()).to.equal(2);
    expect(await implementationOf(legacy.addresses.stakeWeight)).to.equal(before);
  });

  describe("refuses, before anything is sent,", () => {
    it("an address without a contract", async () => {
      const { stranger } = await besideLegacy();
      await deployments.save("LegacyStakeWeight", { address: stranger.address, abi: [] });
      await expect(transactions()).to.be.rejectedWith(
        DeploymentError,
        `legacyStakeWeight: there is no contract at ${stranger.address}`,
      );
    });

    it("a proxy that belongs to somebody else", async () => {
      const { legacy, deployer, stranger } = await besideLegacy();
      await legacy.proxyAdmin.transferOwnership(stranger);
      const nonce = await deployer.getNonce();
      await expect(transactions()).to.be.rejectedWith(
        DeploymentError,
        `legacyStakeWeight: its ProxyAdmin ${legacy.addresses.proxyAdmin} belongs to ${stranger.address}`,
      );
      expect(await deployer.getNonce()).to.equal(nonce);
    });

    it("a proxy whose administrator is no ProxyAdmin", async () => {
      const { legacy, stranger } = await besideLegacy();
      const slot = "0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103";
      await setStorageAt(legacy.addresses.stakeWeight, slot, zeroPadValue(stranger.address, 32));
      await expect(transactions()).to.be.rejectedWith(
        DeploymentError,
        `its proxy administrator ${stranger.address} is no ProxyAdmin with an owner`,
      );
    });

    it("a contract that is no legacy StakeWeight", async () => {
      await besideLegacy();
      const { address } = await deployments.get("StakeWeight");
      await deployments.save("LegacyStakeWeight", { address, abi: [] });
      await expect(transactions()).to.be.rejectedWith(
        DeploymentError,
        `legacyStakeWeight: ${address} has no configuration that names its token`,
      );
    });

    it("a legacy system over another token", async () => {
      const { legacy, token, deployer } = await besideLegacy();
      const other = await new ReentrantToken__factory(deployer).deploy(deployer, 1n);
      const config = await (await ethers.getContractFactory("LegacyConfig")).deploy(other);
      const named = zeroPadValue(await config.getAddress(), 32);
      await setStorageAt(legacy.addresses.stakeWeight, legacySlots.config, named);
      await expect(transactions()).to.be.rejectedWith(
        DeploymentError,
        `legacyStakeWeight: ${legacy.addresses.stakeWeight} locked ${await other.getAddress()}, ` +
          `StakeWeight stakes ${await token.getAddress()}`,
      );
    });
  });
});

describe("checkRoles", () => {
  describe("beside a legacy system", () => {
    it("names a further migrator", async () => {
      const { stranger } = await besideLegacy();
      await deployMigration(hre);
      await deployHandover(hre);
      const records = await deployments.all();
      const timelock = await ethers.getImpersonatedSigner(records.Timelock!.address);
      await setBalance(timelock.address, 10n ** 18n);
      const stakeWeight = StakeWeight__factory.connect(records.StakeWeight!.address, timelock);
      expect(await findings({ records })).to.deep.equal([]);
      await stakeWeight.grantRole(await stakeWeight.MIGRATOR_ROLE(), stranger);
      expect(await findings({ records })).to.deep.equal([
        `StakeWeight: ${stranger.address} holds MIGRATOR_ROLE, which docs/roles.md does not list`,
      ]);
    });
  });
});
