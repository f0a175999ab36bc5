import { AbiCoder, keccak256 } from "ethers";
import { IPerformanceOracle__factory } from "../../typechain-types";
import type { ConfigurationStruct } from "../../typechain-types/contracts/nodes/interfaces/IPerformanceOracle";

/** The hash by which the contracts know a configuration: keccak256 of its ABI encoding. */
export function hashConfiguration(configuration: ConfigurationStruct): string {
  const [parameter] = IPerformanceOracle__factory.createInterface().getFunction("setConfiguration").inputs;
  return keccak256(AbiCoder.defaultAbiCoder().encode([parameter!], [configuration]));
}
