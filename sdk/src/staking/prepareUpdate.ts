import type { Connection } from "../connection/Connection.js";
import type { Call } from "../contract/Call.js";
import { update } from "../generated/actions/stakeWeight/update.js";
import { callsWithTokens } from "./callsWithTokens.js";
import { permitThen } from "./permitThen.js";

/**
 * The calls that add to the position of the connection's account and relock it in one transaction, in the order of sending,
 * each to be confirmed before the next: `update` alone if the allowance is enough, which it is for an amount of 0; else one
 * `multicall` of `selfPermit` and `update`; else an approval of exactly the amount, and `update`. As for
 * {@link prepareStake}.
 *
 * @param options.amount What is added, in wei; may be 0.
 * @param options.presetWeeks 4, 8, 12, 26, 52, 78 or 104, not less than the remaining lock time.
 * @param options.permit False: approve, even if a permit could be signed.
 */
export async function prepareUpdate(
  connection: Connection,
  options: { amount: bigint | number; presetWeeks: bigint | number; permit?: boolean },
): Promise<Call<unknown>[]> {
  const amount = BigInt(options.amount);
  const call = update(connection, { amount, presetWeeks: options.presetWeeks });
  return callsWithTokens(connection, {
    amount,
    permit: options.permit,
    call,
    withPermit: (permit) => permitThen(connection, { amount, permit, call }),
  });
}
