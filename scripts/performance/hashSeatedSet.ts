import { AbiCoder, keccak256 } from "ethers";
import type { SeatedSet } from "./types";

const SEATED_SET = "tuple(uint256 active,uint256 reserved,address[] operators)";

/** As the registry hashes it: keccak256 of the ABI encoding. */
export function hashSeatedSet(set: SeatedSet): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode([SEATED_SET], [set]));
}
