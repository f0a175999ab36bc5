import type { Connection } from "../connection/Connection.js";
import type { Call } from "../contract/Call.js";
import { increaseAmount } from "../generated/actions/stakeWeight/increaseAmount.js";
import { callsWithTokens } from "./callsWithTokens.js";
import { permitThen } from "./permitThen.js";

/**
 * The calls that add to the position of the connection's account, in the order of sending, each to be confirmed before the
 * next: `increaseAmount` alone if the allowance is enough; else one `multicall` of `selfPermit` and `increaseAmount`; else an
 * approval of exactly the amount, and `increaseAmount`. As for {@link prepareStake}.
 *
 * @param options.amount What is added, in wei.
 * @param options.permit False: approve, even if a permit could be signed.
 */
export async function prepareIncrease(
  connection: Connection,
  options: { amount: bigint | number; permit?: boolean },
): Promise<Call<unknown>[]> {
  const amount = BigInt(options.amount);
  const call = increaseAmount(connection, { amount });
  return callsWithTokens(connection, {
    amount,
    permit: options.permit,
    call,
    withPermit: (permit) => permitThen(connection, { amount, permit, call }),
  });
}
