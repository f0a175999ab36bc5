// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { performanceOracle } from "./contract.js";

/**
 * Like `configurationAt`.
 *
 * @returns Its hash: keccak256 of its ABI encoding.
 */
export function configurationHashAt(connection: Connection, options: { epoch: bigint | number }): Promise<string> {
  return read(connection, performanceOracle, "configurationHashAt(uint256)", [options.epoch]);
}
