import type { Connection } from "../connection/Connection.js";
import { WEEK } from "../time/units.js";
import { isPreset } from "./isPreset.js";
import type { Preview, Refusal } from "./Preview.js";
import { previewOf } from "./previewOf.js";
import { readSituation, type Situation } from "./readSituation.js";
import { remainingAt } from "./remainingAt.js";

/**
 * What `relock` would do, or with an amount `update`: back to Locked, or a longer preset. Exact to the wei for the second
 * `at`.
 *
 * If StakeWeight would refuse, `refusal` says so: EnforcedPause, InvalidPreset, NoActivePosition, PresetTooShort,
 * PositionUnchanged or StakeLimitExceeded.
 *
 * @param options.presetWeeks 4, 8, 12, 26, 52, 78 or 104, not less than the remaining lock time.
 * @param options.amount What is added at the same time, in wei; nothing by default.
 * @param options.account Whose position; the connection's account by default.
 * @param options.at When it takes effect, unix seconds; the chain's clock by default.
 */
export async function previewRelock(
  connection: Connection,
  options: { presetWeeks: bigint | number; amount?: bigint | number; account?: string; at?: bigint | number },
): Promise<Preview> {
  const presetWeeks = BigInt(options.presetWeeks);
  const added = BigInt(options.amount ?? 0);
  const situation = await readSituation(connection, options);
  const amount = situation.position.amount + added;
  return previewOf(situation, { amount, presetWeeks, unlockEnd: 0n }, refusalOf(situation, added, presetWeeks));
}

/** In the order in which StakeWeight checks. */
function refusalOf(
  { isPaused, position, account, at, room }: Situation,
  amount: bigint,
  presetWeeks: bigint,
): Refusal | undefined {
  if (isPaused) return { error: "EnforcedPause", args: {} };
  if (!isPreset(presetWeeks)) return { error: "InvalidPreset", args: { presetWeeks } };
  if (position.state !== "Locked" && position.state !== "Unlocking") {
    return { error: "NoActivePosition", args: { account, state: position.state } };
  }
  const remaining = remainingAt(position, at);
  if (presetWeeks * WEEK < remaining) {
    return { error: "PresetTooShort", args: { requestedWeeks: presetWeeks, remaining } };
  }
  const relocks = position.state === "Unlocking" || position.presetWeeks !== presetWeeks;
  if (!relocks && amount === 0n) return { error: "PositionUnchanged", args: { account, presetWeeks } };
  if (amount > room) return { error: "StakeLimitExceeded", args: { amount, available: room } };
  return undefined;
}
