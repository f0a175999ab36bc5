// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** @returns To whom `account` delegates; the account itself unless it chose another. */
export function delegates(connection: Connection, options: { account: string }): Promise<string> {
  return read(connection, stakeWeight, "delegates(address)", [options.account]);
}
