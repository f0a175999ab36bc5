// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { performanceOracle } from "./contract.js";
import type * as types from "./types.js";

/**
 * Finalizes an epoch: checks the reports and their medians, scores every node, confines and promotes, and settles the pay.
 *
 * Reverts with the errors above, `WrongSet`, those of OpenZeppelin's ECDSA for a malformed signature, or EnforcedPause.
 *
 * @param options.epoch - The epoch before the running one.
 * @param options.set - The set seated at its opening, as `SeatedSetRecorded` tells it.
 * @param options.configuration - The configuration in force in it, as `configurationAt` tells it.
 * @param options.reports - In the order of their indices.
 * @param options.medians - Per node of the set, in its order, 12 bytes: the upper median of the uptimes, in 1e18 fixed point (8 bytes), and the lower median of the latencies in ms (4 bytes). Of a node without data, anything.
 */
export function finalize(
  connection: Connection,
  options: {
    epoch: bigint | number;
    set: types.SeatedSet;
    configuration: types.Configuration;
    reports: readonly types.SignedReport[];
    medians: string;
  },
): Call<void> {
  return prepare(
    connection,
    performanceOracle,
    "finalize(uint256,(uint256,uint256,address[]),((uint64,uint64,uint32,uint32),(uint64,uint64,uint8),(uint16,uint16,uint16,uint16,uint16),(address,address)[]),(uint256,bytes,bytes)[],bytes)",
    [options.epoch, options.set, options.configuration, options.reports, options.medians],
  );
}
