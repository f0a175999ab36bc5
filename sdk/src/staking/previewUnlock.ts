import type { Connection } from "../connection/Connection.js";
import { WEEK } from "../time/units.js";
import { earliestEnd } from "./earliestEnd.js";
import type { Preview, Refusal } from "./Preview.js";
import { previewOf } from "./previewOf.js";
import { readSituation } from "./readSituation.js";

/** What initiating an unlock would do and cost. */
export interface UnlockPreview extends Preview {
  /** Weight that is gone at once, in wei; more follows every second until the end. */
  weightLost: bigint;
  /** Lock time that is gone at once because ends fall on Thursdays: seconds, less than a week; 0 on a Thursday at 00:00:00. */
  timeLost: bigint;
  /**
   * The start of the last week whose reward the position still shares, unix seconds: the one that ends when the position does,
   * since a week remains at its start. Undefined if the unlock is refused.
   */
  lastRewardWeekStart: bigint | undefined;
}

/**
 * What `initiateUnlock` would do: when the position ends, and what that costs at once. Exact to the wei and the second for an
 * unlock in the second `at`:
 *
 *     unlockEnd = ⌊ (at + preset) / 1 week ⌋ · 1 week        timeLost = at + preset − unlockEnd
 *
 * (`StakeWeight.initiateUnlock`). It works while paused. If the position is not Locked, `refusal` is NotLocked, nothing is
 * lost and `unlockEnd` is the end that it has already.
 *
 * @param options.account Whose position; the connection's account by default.
 * @param options.at When it takes effect, unix seconds; the chain's clock by default.
 */
export async function previewUnlock(
  connection: Connection,
  options: { account?: string; at?: bigint | number } = {},
): Promise<UnlockPreview> {
  const situation = await readSituation(connection, options);
  const { account, at, position } = situation;
  const { state, presetWeeks } = position;
  const refusal: Refusal | undefined =
    state === "Locked" ? undefined : { error: "NotLocked", args: { account, state } };
  const unlockEnd = earliestEnd({ timestamp: at, presetWeeks });
  const preview = previewOf(situation, { ...position, unlockEnd }, refusal);
  return {
    ...preview,
    weightLost: preview.weightBefore - preview.weightAfter,
    timeLost: preview.remainingBefore - preview.remainingAfter,
    lastRewardWeekStart: refusal ? undefined : unlockEnd - WEEK,
  };
}
