// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** @returns Remaining lock time of `account` in seconds: the preset while Locked, what is left while Unlocking, else 0. Weight follows from it; the wait from an unlock on is up to one week shorter than the preset. */
export function remainingLockTime(connection: Connection, options: { account: string }): Promise<bigint> {
  return read(connection, stakeWeight, "remainingLockTime(address)", [options.account]);
}
