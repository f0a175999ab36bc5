// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** @returns Which part of what is funded for `period` goes to the certified pool, in basis points. */
export function certifiedShareAt(connection: Connection, options: { period: bigint | number }): Promise<bigint> {
  return read(connection, walletRewards, "certifiedShareAt(uint256)", [options.period]);
}
