import { assertStorageUpgradeSafe, UpgradesError, withValidationDefaults } from "@openzeppelin/upgrades-core";
import { Interface } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { inspectImplementation, type Implementation } from "./inspectImplementation";
import type { PresentImplementation } from "./presentImplementation";
import { UpgradeError } from "./UpgradeError";

/**
 * Refuses an implementation that must not follow the present one: other constructor arguments, the same code, code that is
 * not upgrade safe, or a layout that does not go with what is stored. Sends nothing.
 */
export async function assertUpgradeable(options: {
  hre: HardhatRuntimeEnvironment;
  /** The recorded name of the proxy. */
  contract: string;
  /** The contract that is to follow. */
  implementation: string;
  constructorArgs: unknown[];
  present: PresentImplementation;
}): Promise<Implementation> {
  const { hre, contract, implementation, constructorArgs, present } = options;
  const validation = { kind: "transparent" as const, constructorArgs };
  const factory = await hre.ethers.getContractFactory(implementation);
  const refuse = (reason: string, cause?: unknown): never => {
    throw new UpgradeError(`${contract}: ${implementation} cannot follow ${present.address}: ${reason}`, { cause });
  };

  const presentTypes = constructorTypes(Interface.from(present.record.abi));
  const types = constructorTypes(factory.interface);
  if (types !== presentTypes) refuse(`its constructor takes (${types}), that of the present one (${presentTypes})`);
  const [asked, deployedWith] = [constructorArgs, present.constructorArgs].map((args) => JSON.stringify(args));
  if (asked !== deployedWith) {
    refuse(`its constructor would get ${asked!}, the present one was deployed with ${deployedWith!}`);
  }

  try {
    await hre.upgrades.validateImplementation(factory, validation);
  } catch (error) {
    if (!(error instanceof UpgradesError)) throw error;
    refuse(error.message, error);
  }
  const next = await inspectImplementation({ hre, contract: implementation, constructorArgs });
  if (next.codeHash === present.codeHash) {
    throw new UpgradeError(
      `${contract}: ${implementation}, as it is compiled now, is already the implementation, at ${present.address}`,
    );
  }
  try {
    assertStorageUpgradeSafe(present.layout, next.layout, withValidationDefaults(validation));
  } catch (error) {
    if (!(error instanceof UpgradesError)) throw error;
    refuse(error.message, error);
  }
  return next;
}

function constructorTypes(contractInterface: Interface): string {
  return contractInterface.deploy.inputs.map(({ type }) => type).join(",");
}
