// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";
import type * as types from "./types.js";

/** @returns What the reporter signs: the EIP-712 digest of `report`. */
export function reportDigest(connection: Connection, options: { report: types.WalletReport }): Promise<string> {
  return read(connection, walletRewards, "reportDigest((uint256,address,bytes32,bytes32))", [options.report]);
}
