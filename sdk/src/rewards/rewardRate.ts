import type { Connection } from "../connection/Connection.js";
import { pin } from "../connection/pin.js";
import { InvalidValueError } from "../errors/InvalidValueError.js";
import { isPreset } from "../staking/isPreset.js";
import { PRESETS, WEEK } from "../time/units.js";
import { weekStartOf } from "../time/weekStartOf.js";
import { readWeeks } from "./readWeeks.js";

/** What a week's reward comes to for a preset. */
export interface RewardRate {
  /** The week it is read from, unix seconds. */
  weekStart: bigint;
  /** Its reward in wei; that of the running week may still grow by funding. */
  reward: bigint;
  /** The stake weight that shares it, in wei, rounded down, without `amount`. */
  totalWeight: bigint;
  /**
   * Reward of the week in wei for 10^18 wei staked (one token of 18 decimals) that are Locked with the preset, rounded down.
   * Undefined if nobody has weight in the week.
   */
  weeklyPerToken: bigint | undefined;
  /** The rate of a year: 0.08 is 8 %. Not compounded. Undefined if nobody has weight in the week. */
  apr: number | undefined;
  /** The same times 10^18, rounded down. */
  aprWad: bigint | undefined;
}

/** A year of 365.25 days, in seconds. */
const YEAR = 31_557_600n;

const WAD = 10n ** 18n;

/**
 * The rate at which tokens that are Locked with a preset of P weeks earn, from one week's reward R and the total stake weight W
 * that shares it:
 *
 *     r = R · (P / 209) / W                        per token and week
 *     APR = r · (365.25 · 86,400 / 604,800)        per year, not compounded
 *
 * (docs/mathematics.md, "Reward rate"; 209 W is read exactly, and each result is rounded down once.) It says what that week
 * brings, not what later ones will: reward and weight are others every week.
 *
 * "last" is the last finished week, which is final. "running" shares among the positions that stood before the week began; its
 * weight is final, its reward may still grow by funding. A stake made now shares from the next week on, and by its own weight
 * makes the rate lower for everybody: with `amount`, W is W + amount · P / 209.
 *
 * If W = 0 the week's reward goes to the next one and there is no rate: undefined, with or without `amount`.
 *
 * Throws {@link InvalidValueError} for what is no preset.
 *
 * @param options.presetWeeks 4, 8, 12, 26, 52, 78 or 104.
 * @param options.amount A new stake in wei that would share as well; nothing by default.
 */
export async function rewardRate(
  connection: Connection,
  options: { presetWeeks: bigint | number; period: "last" | "running"; amount?: bigint | number },
): Promise<RewardRate> {
  const presetWeeks = BigInt(options.presetWeeks);
  if (!isPreset(presetWeeks)) throw new InvalidValueError("presetWeeks", presetWeeks, `one of ${PRESETS.join(", ")}`);
  const pinned = await pin(connection);
  const running = weekStartOf(pinned.timestamp);
  const from = options.period === "running" ? running : running - WEEK;
  const [week] = await readWeeks(pinned, { from, count: 1 });
  const { weekStart, reward, tokenWeeks } = week!;
  const rate = { weekStart, reward, totalWeight: tokenWeeks / 209n };
  if (tokenWeeks === 0n) return { ...rate, weeklyPerToken: undefined, apr: undefined, aprWad: undefined };

  const sharing = tokenWeeks + BigInt(options.amount ?? 0) * presetWeeks;
  const aprWad = (reward * presetWeeks * WAD * YEAR) / (sharing * WEEK);
  return {
    ...rate,
    weeklyPerToken: (reward * presetWeeks * WAD) / sharing,
    apr: Number(aprWad) / 1e18,
    aprWad,
  };
}
