import type { Position } from "../generated/actions/stakeWeight/types.js";
import { WEEK } from "../time/units.js";
import { weekStartOf } from "../time/weekStartOf.js";
import { earliestEnd } from "./earliestEnd.js";
import type { Preview, Refusal } from "./Preview.js";
import { previewWeight } from "./previewWeight.js";
import type { Situation } from "./readSituation.js";
import { remainingAt } from "./remainingAt.js";

/** What changing the position into `changed` does, or that it is refused. */
export function previewOf(
  situation: Situation,
  changed: Pick<Position, "amount" | "presetWeeks" | "unlockEnd">,
  refusal: Refusal | undefined,
): Preview {
  const { account, at, position: before } = situation;
  const state = changed.unlockEnd === 0n ? "Locked" : "Unlocking";
  const after: Position = refusal ? before : { ...changed, state };
  const remainingAfter = remainingAt(after, at);
  return {
    account,
    at,
    before,
    after,
    weightBefore: weightOf(before, at),
    weightAfter: weightOf(after, at),
    remainingBefore: remainingAt(before, at),
    remainingAfter,
    unlockEnd: endOf(after, at),
    refusal,
    timeline: previewWeight(after, weeklyUntil(at, at + remainingAfter)),
  };
}

function weightOf(position: Position, timestamp: bigint): bigint {
  return previewWeight(position, [timestamp])[0]!.weight;
}

function endOf({ state, unlockEnd, presetWeeks }: Position, at: bigint): bigint | undefined {
  if (state === "None") return undefined;
  return state === "Locked" ? earliestEnd({ timestamp: at, presetWeeks }) : unlockEnd;
}

/** `from`, the week starts after it, and `to`: at most 107, because no remaining lock time is longer than 105 weeks. */
function weeklyUntil(from: bigint, to: bigint): bigint[] {
  const timestamps = [from];
  for (let next = weekStartOf(from) + WEEK; next < to; next += WEEK) timestamps.push(next);
  if (to > from) timestamps.push(to);
  return timestamps;
}
