// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/** @returns Whether the wallet was certified at the end of second `timestamp`. */
export function isCertifiedAt(
  connection: Connection,
  options: { walletId: bigint | number; timestamp: bigint | number },
): Promise<boolean> {
  return read(connection, walletRewards, "isCertifiedAt(uint256,uint256)", [options.walletId, options.timestamp]);
}
