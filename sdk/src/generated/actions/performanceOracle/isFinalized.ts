// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { performanceOracle } from "./contract.js";

/** @returns Whether `epoch` was finalized. */
export function isFinalized(connection: Connection, options: { epoch: bigint | number }): Promise<boolean> {
  return read(connection, performanceOracle, "isFinalized(uint256)", [options.epoch]);
}
