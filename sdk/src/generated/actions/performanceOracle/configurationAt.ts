// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { performanceOracle } from "./contract.js";
import type * as types from "./types.js";

/**
 * Reverts with `NoConfiguration` for an epoch before the first one.
 *
 * @returns The configuration in force in `epoch`, as far as it is set.
 */
export function configurationAt(
  connection: Connection,
  options: { epoch: bigint | number },
): Promise<types.Configuration> {
  return read(connection, performanceOracle, "configurationAt(uint256)", [options.epoch]);
}
