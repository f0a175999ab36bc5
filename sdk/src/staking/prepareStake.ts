import type { Connection } from "../connection/Connection.js";
import type { Call } from "../contract/Call.js";
import { stake } from "../generated/actions/stakeWeight/stake.js";
import { stakeWithPermit } from "../generated/actions/stakeWeight/stakeWithPermit.js";
import { callsWithTokens } from "./callsWithTokens.js";

/**
 * The calls that open a position of the connection's account, in the order of sending, each to be confirmed before the next:
 * `stake` alone if the allowance is enough; else `stakeWithPermit` if the token has permits (ERC-2612) and the signer can sign
 * one, which it is asked for here; else an approval of exactly the amount, and `stake`. Nothing is sent.
 *
 * A permit is valid for one hour by the chain's clock. Should somebody else use it first, the call works all the same: what
 * counts is the allowance.
 *
 * Throws `InvalidValueError` if the connection names no account, and what the signer throws if its owner refuses.
 *
 * @param options.amount In wei.
 * @param options.presetWeeks 4, 8, 12, 26, 52, 78 or 104.
 * @param options.permit False: approve, even if a permit could be signed.
 */
export async function prepareStake(
  connection: Connection,
  options: { amount: bigint | number; presetWeeks: bigint | number; permit?: boolean },
): Promise<Call<unknown>[]> {
  const { presetWeeks } = options;
  const amount = BigInt(options.amount);
  return callsWithTokens(connection, {
    amount,
    permit: options.permit,
    call: stake(connection, { amount, presetWeeks }),
    withPermit: (permit) => stakeWithPermit(connection, { amount, presetWeeks, ...permit }),
  });
}
