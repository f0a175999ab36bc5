import type { Connection } from "../connection/Connection.js";
import { isPreset } from "./isPreset.js";
import type { Preview, Refusal } from "./Preview.js";
import { previewOf } from "./previewOf.js";
import { readSituation, type Situation } from "./readSituation.js";

/**
 * What `stake` would do: the position that it opens and its weight over time. Exact to the wei and the second for a stake in
 * the second `at`; a Locked position's weight does not depend on it, only `unlockEnd` does.
 *
 * If StakeWeight would refuse, `refusal` says so: EnforcedPause, ZeroAmount, InvalidPreset, PositionExists or
 * StakeLimitExceeded.
 *
 * @param options.amount In wei.
 * @param options.presetWeeks 4, 8, 12, 26, 52, 78 or 104.
 * @param options.account Whose position; the connection's account by default.
 * @param options.at When it takes effect, unix seconds; the chain's clock by default.
 */
export async function previewStake(
  connection: Connection,
  options: { amount: bigint | number; presetWeeks: bigint | number; account?: string; at?: bigint | number },
): Promise<Preview> {
  const amount = BigInt(options.amount);
  const presetWeeks = BigInt(options.presetWeeks);
  const situation = await readSituation(connection, options);
  return previewOf(situation, { amount, presetWeeks, unlockEnd: 0n }, refusalOf(situation, amount, presetWeeks));
}

/** In the order in which StakeWeight checks. */
function refusalOf(
  { isPaused, position, account, room }: Situation,
  amount: bigint,
  presetWeeks: bigint,
): Refusal | undefined {
  if (isPaused) return { error: "EnforcedPause", args: {} };
  if (amount === 0n) return { error: "ZeroAmount", args: {} };
  if (!isPreset(presetWeeks)) return { error: "InvalidPreset", args: { presetWeeks } };
  if (position.amount !== 0n) return { error: "PositionExists", args: { account, amount: position.amount } };
  if (amount > room) return { error: "StakeLimitExceeded", args: { amount, available: room } };
  return undefined;
}
