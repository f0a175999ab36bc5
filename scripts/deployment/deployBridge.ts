import type { HardhatRuntimeEnvironment } from "hardhat/types";
import {
  LegacyStakeWeightBridge__factory,
  type ProxyAdmin,
  ProxyAdmin__factory,
  type StakeWeight,
  StakeWeight__factory,
} from "../../typechain-types";
import { assertLegacy } from "./assertLegacy";
import { DeploymentError } from "./DeploymentError";
import { deployOnce } from "./deployOnce";

/**
 * Deploys the bridge for the legacy StakeWeight behind the proxy at `legacy`, checked for upgrade safety, makes that proxy the
 * migrator of StakeWeight while the deployer can, and upgrades the
 * proxy to it; where that is the timelock's to do it prints the call. A proxy that is anybody else's is refused. The bridge is recorded as
 * `LegacyStakeWeightBridge`, the proxy as `LegacyStakeWeight` and its ProxyAdmin as `LegacyStakeWeight_ProxyAdmin`.
 */
export async function deployBridge(hre: HardhatRuntimeEnvironment, legacy: string): Promise<void> {
  const { deployments, ethers, getNamedAccounts, upgrades } = hre;
  const { deployer } = await getNamedAccounts();
  const stakeWeight = (await deployments.get("StakeWeight")).address;
  await assertLegacy({ legacy, token: (await deployments.get("WCT")).address, provider: ethers.provider });
  const adminAddress = await upgrades.erc1967.getAdminAddress(legacy);
  const proxyAdmin = ProxyAdmin__factory.connect(adminAddress, await ethers.getSigner(deployer!));
  const owner = await ownerOf(proxyAdmin, adminAddress);
  const timelock = await deployments.getOrNull("Timelock");
  if (owner !== deployer && owner !== timelock?.address) {
    throw new DeploymentError(
      `legacyStakeWeight: its ProxyAdmin ${adminAddress} belongs to ${owner}: it has to be given to the deployer ` +
        `(${deployer}) or the timelock first, for whoever owns it can bring what it likes into StakeWeight`,
    );
  }

  const validation = { kind: "transparent" as const, constructorArgs: [stakeWeight] };
  const factory = await ethers.getContractFactory("LegacyStakeWeightBridge");
  await upgrades.validateImplementation(factory, validation);
  const bridge = await deployOnce({
    hre,
    name: "LegacyStakeWeightBridge",
    contract: "LegacyStakeWeightBridge",
    args: validation.constructorArgs,
  });
  await deployments.save("LegacyStakeWeight", { address: legacy, abi: [...LegacyStakeWeightBridge__factory.abi] });
  await deployments.save("LegacyStakeWeight_ProxyAdmin", { address: adminAddress, abi: [...ProxyAdmin__factory.abi] });
  await makeMigrator(StakeWeight__factory.connect(stakeWeight, await ethers.getSigner(deployer!)), legacy, deployer!);
  if ((await upgrades.erc1967.getImplementationAddress(legacy)) === bridge) {
    deployments.log(`LegacyStakeWeight: the bridge stands at ${legacy}`);
    return;
  }

  if (owner !== deployer) {
    const data = proxyAdmin.interface.encodeFunctionData("upgradeAndCall", [legacy, bridge, "0x"]);
    deployments.log(
      `LegacyStakeWeight: the timelock has to upgrade it, by a proposal: call ${adminAddress} with ${data}`,
    );
    return;
  }
  const upgrade = (await proxyAdmin.getFunction("upgradeAndCall")(legacy, bridge, "0x")) as {
    wait(): Promise<unknown>;
  };
  await upgrade.wait();
  deployments.log(`LegacyStakeWeight: upgraded to the bridge at ${legacy}`);
}

/** As long as the deployer administers StakeWeight, so that locks can arrive before everything is handed over. */
async function makeMigrator(stakeWeight: StakeWeight, legacy: string, deployer: string): Promise<void> {
  const [adminRole, migratorRole] = await Promise.all([stakeWeight.DEFAULT_ADMIN_ROLE(), stakeWeight.MIGRATOR_ROLE()]);
  if (!(await stakeWeight.hasRole(adminRole, deployer)) || (await stakeWeight.hasRole(migratorRole, legacy))) return;
  await (await stakeWeight.grantRole(migratorRole, legacy)).wait();
}

/** The ProxyAdmin of OpenZeppelin 4 and of 5 both tell. */
async function ownerOf(proxyAdmin: ProxyAdmin, address: string): Promise<string> {
  try {
    return await proxyAdmin.owner();
  } catch (cause) {
    throw new DeploymentError(`legacyStakeWeight: its proxy administrator ${address} is no ProxyAdmin with an owner`, {
      cause,
    });
  }
}
