// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** @returns `certified`: The certified pool, likewise. `linear`: What the linear pool of `period` would be if it were finalized next, in wei: its part of the period's funding, and what is rolled over. For a period that was finalized or passed, 0. */
export function budgetOf(
  connection: Connection,
  options: { period: bigint | number },
): Promise<{ linear: bigint; certified: bigint }> {
  return read(connection, walletRewards, "budgetOf(uint256)", [options.period]);
}
