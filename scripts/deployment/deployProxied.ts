import { type Interface, Result } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { inspectImplementation } from "../upgrade/inspectImplementation";
import { assertSameArguments } from "./assertSameArguments";

/**
 * Deploys a contract's implementation, checked for upgrade safety, and its Transparent proxy; what exists already stays
 * as it is, and has to have been made with the same constructor arguments and settings. The proxy, its ProxyAdmin and the
 * implementation are recorded as `<name>`, `<name>_ProxyAdmin` and `<name>_Implementation`, the latter with its layout, for
 * upgrades to be compared with. The deployer owns the ProxyAdmin until the handover.
 */
export async function deployProxied(options: {
  hre: HardhatRuntimeEnvironment;
  name: string;
  constructorArgs: unknown[];
  /** What `initialize` takes after the administrator, who is the deployer until the handover. */
  settings?: unknown[];
}): Promise<void> {
  const { hre, name, settings = [] } = options;
  const { deployments, ethers, getNamedAccounts, upgrades } = hre;
  const { deployer } = await getNamedAccounts();
  const existing = await deployments.getOrNull(name);
  if (existing) {
    const { args } = await deployments.get(`${name}_Implementation`);
    assertSameArguments({
      name,
      address: existing.address,
      deployedWith: args ?? [],
      asked: options.constructorArgs,
    });
    await assertSameSettings({ hre, name, address: existing.address, settings });
    deployments.log(`${name}: already at ${existing.address}`);
    return;
  }

  const factory = await ethers.getContractFactory(name);
  const validation = { kind: "transparent" as const, constructorArgs: options.constructorArgs };
  await upgrades.validateImplementation(factory, validation);
  const implementation = await deployments.deploy(`${name}_Implementation`, {
    from: deployer!,
    contract: name,
    args: options.constructorArgs,
    linkedData: await inspectImplementation({ hre, contract: name, constructorArgs: options.constructorArgs }),
  });
  const proxy = await deployments.deploy(`${name}_Proxy`, {
    from: deployer!,
    contract: "TransparentUpgradeableProxy",
    args: [
      implementation.address,
      deployer,
      factory.interface.encodeFunctionData("initialize", [deployer, ...settings]),
    ],
  });
  await deployments.save(`${name}_ProxyAdmin`, {
    address: await upgrades.erc1967.getAdminAddress(proxy.address),
    abi: (await deployments.getArtifact("ProxyAdmin")).abi,
  });
  await deployments.save(name, { address: proxy.address, abi: implementation.abi, receipt: proxy.receipt });
  deployments.log(`${name}: deployed at ${proxy.address}`);
}

/** The same for what a proxy was initialized with; what its administrator has changed since does not matter. */
async function assertSameSettings(options: {
  hre: HardhatRuntimeEnvironment;
  name: string;
  address: string;
  settings: unknown[];
}): Promise<void> {
  const { hre, name, address, settings } = options;
  if (settings.length === 0) return;
  const { interface: contract } = await hre.ethers.getContractFactory(name);
  const sent = (await hre.deployments.get(`${name}_Proxy`)).args![2] as string;
  const [admin] = contract.decodeFunctionData("initialize", sent);
  const asked = contract.encodeFunctionData("initialize", [admin, ...settings]);
  assertSameArguments({ name, address, deployedWith: settingsOf(contract, sent), asked: settingsOf(contract, asked) });
}

/** What a call of `initialize` sets, numbers as text. */
function settingsOf(contract: Interface, data: string): unknown[] {
  const plain = (value: unknown): unknown => {
    if (value instanceof Result) return value.toArray().map(plain);
    return typeof value === "bigint" ? value.toString() : value;
  };
  return contract.decodeFunctionData("initialize", data).toArray().slice(1).map(plain);
}
