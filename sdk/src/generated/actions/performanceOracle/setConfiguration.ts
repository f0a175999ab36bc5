// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { performanceOracle } from "./contract.js";
import type * as types from "./types.js";

/**
 * Sets the configuration from the next epoch on. For the administrator.
 *
 * Reverts with `InvalidParameter`, `InvalidCommitteeSize` or `InvalidMember`.
 */
export function setConfiguration(connection: Connection, options: { configuration: types.Configuration }): Call<void> {
  return prepare(
    connection,
    performanceOracle,
    "setConfiguration(((uint64,uint64,uint32,uint32),(uint64,uint64,uint8),(uint16,uint16,uint16,uint16,uint16),(address,address)[]))",
    [options.configuration],
  );
}
