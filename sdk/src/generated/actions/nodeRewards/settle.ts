// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";
import type * as types from "./types.js";

/**
 * Settles an epoch, once: pays, and proposes the slashes. For the oracle.
 *
 * @param options.epoch - The epoch before the running one.
 */
export function settle(
  connection: Connection,
  options: { epoch: bigint | number; outcome: types.Outcome; terms: types.PayTerms },
): Call<void> {
  return prepare(
    connection,
    nodeRewards,
    "settle(uint256,(address[],uint256[],uint256[],uint256,uint256,uint256,uint256),(uint16,uint16,uint16,uint16,uint16))",
    [options.epoch, options.outcome, options.terms],
  );
}
