// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** @returns `certified`: What is rolled over to its certified pool. `linear`: What is rolled over to the linear pool of the next period that is finalized, in wei. */
export function carried(connection: Connection): Promise<{ linear: bigint; certified: bigint }> {
  return read(connection, walletRewards, "carried()", []);
}
