import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { LegacyStakeWeightBridge__factory, ProxyAdmin__factory } from "../../typechain-types";
import { assertLegacy } from "./assertLegacy";
import { deployOnce } from "./deployOnce";

/**
 * Deploys the bridge for the legacy StakeWeight behind the proxy at `legacy`, checked for upgrade safety, and upgrades the
 * proxy to it if that is the deployer's to do; else it says who has to do it, and with which call. The bridge is recorded as
 * `LegacyStakeWeightBridge`, the proxy as `LegacyStakeWeight` and its ProxyAdmin as `LegacyStakeWeight_ProxyAdmin`.
 */
export async function deployBridge(hre: HardhatRuntimeEnvironment, legacy: string): Promise<void> {
  const { deployments, ethers, getNamedAccounts, upgrades } = hre;
  const { deployer } = await getNamedAccounts();
  const stakeWeight = (await deployments.get("StakeWeight")).address;
  await assertLegacy({ legacy, token: (await deployments.get("WCT")).address, provider: ethers.provider });

  const validation = { kind: "transparent" as const, constructorArgs: [stakeWeight] };
  const factory = await ethers.getContractFactory("LegacyStakeWeightBridge");
  await upgrades.validateImplementation(factory, validation);
  const bridge = await deployOnce({
    hre,
    name: "LegacyStakeWeightBridge",
    contract: "LegacyStakeWeightBridge",
    args: validation.constructorArgs,
  });
  const adminAddress = await upgrades.erc1967.getAdminAddress(legacy);
  await deployments.save("LegacyStakeWeight", { address: legacy, abi: [...LegacyStakeWeightBridge__factory.abi] });
  await deployments.save("LegacyStakeWeight_ProxyAdmin", { address: adminAddress, abi: [...ProxyAdmin__factory.abi] });
  if ((await upgrades.erc1967.getImplementationAddress(legacy)) === bridge) {
    deployments.log(`LegacyStakeWeight: the bridge stands at ${legacy}`);
    return;
  }

  const proxyAdmin = ProxyAdmin__factory.connect(adminAddress, await ethers.getSigner(deployer!));
  const owner = await proxyAdmin.owner();
  if (owner !== deployer) {
    const data = proxyAdmin.interface.encodeFunctionData("upgradeAndCall", [legacy, bridge, "0x"]);
    deployments.log(`LegacyStakeWeight: ${owner} has to upgrade it: call ${adminAddress} with ${data}`);
    return;
  }
  const upgrade = (await proxyAdmin.getFunction("upgradeAndCall")(legacy, bridge, "0x")) as {
    wait(): Promise<unknown>;
  };
  await upgrade.wait();
  deployments.log(`LegacyStakeWeight: upgraded to the bridge at ${legacy}`);
}
