import { rewards } from "stakeweight-sdk";
import type { Duty } from "./Duty.js";

const WEEK = 604_800n;

/** The most weeks of one transaction, which keeps it far below any block's gas limit. */
export const MAX_WEEKS_PER_CALL = 52n;

/** Closes the reward weeks that are over; after a long silence in parts. */
export const closeWeeks: Duty = {
  name: "closeWeeks",
  async find({ connection, head }) {
    const weekStart = await rewards.firstOpenWeekStart(connection);
    if (weekStart + WEEK > BigInt(head.timestamp)) return [];
    return [
      {
        key: `closeWeeks:${weekStart}`,
        prepare: (each) => rewards.closeWeeks(each, { max: MAX_WEEKS_PER_CALL }),
        // It is never refused: whoever comes second closes 0 weeks.
        isIdle: (closed) => closed === 0n,
      },
    ];
  },
};
