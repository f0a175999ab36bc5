// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { walletRewards } from "./contract.js";

/**
 * Registers the caller as a wallet, once.
 *
 * Reverts with `AlreadyRegistered`, `InvalidPayout` or EnforcedPause.
 *
 * @param options.payout - Where its pay goes.
 * @returns Its number in the order of registrations, from 1 on, for ever.
 */
export function register(connection: Connection, options: { payout: string }): Call<bigint> {
  return prepare(connection, walletRewards, "register(address)", [options.payout]);
}
