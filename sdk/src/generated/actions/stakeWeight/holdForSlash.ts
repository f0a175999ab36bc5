// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * Holds back a part of the position of `account`, in whatever state, until `slash` takes it or `releaseHeld` gives it back. For NodeRewards alone.
 *
 * Changes neither weight nor votes, nor what is kept of the past. Of one position at most 2^63 − 1 gwei are held back at a time, 9.2 billion tokens of 18 decimals; what goes beyond is left out. Reverts with `SlashTooLarge`. Works while paused.
 *
 * @param options.slashBps - Parts of 10,000 of the whole present amount, at most 100.
 * @returns What was held back now, in wei: rounded down to whole gwei, and at most what was not held back before. 0 if there is no position or nothing more to hold back; then nothing happens.
 */
export function holdForSlash(
  connection: Connection,
  options: { account: string; slashBps: bigint | number },
): Call<bigint> {
  return prepare(connection, stakeWeight, "holdForSlash(address,uint256)", [options.account, options.slashBps]);
}
