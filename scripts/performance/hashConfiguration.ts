import { AbiCoder, keccak256 } from "ethers";
import type { Configuration } from "./types";

const SCORE = "tuple(uint64 uptimeWeight,uint64 latencyWeight,uint32 goodLatencyMs,uint32 badLatencyMs) score";
const THRESHOLDS = "tuple(uint64 confinement,uint64 promotion,uint8 activeFloor) thresholds";
const PAY =
  "tuple(uint16 baseBps,uint16 reservedBps,uint16 shareCapBps,uint16 slashBps,uint16 equivocationSlashBps) pay";
const COMMITTEE = "tuple(address reporter,address operator)[] committee";
const CONFIGURATION = `tuple(${SCORE},${THRESHOLDS},${PAY},${COMMITTEE})`;

/** As the oracle hashes it: keccak256 of the ABI encoding. */
export function hashConfiguration(configuration: Configuration): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode([CONFIGURATION], [configuration]));
}
