import { type Connection, staking } from "stakeweight-sdk";
import type { Fact } from "../output/formatFacts.js";
import type { TokenFormat } from "../output/formatOf.js";
import { formatMoment } from "../output/formatTime.js";
import { type Change, change, type Plan } from "./Plan.js";

/** The part of a plan that is the same for all that changes one's own position. */
export function planOfStake(
  connection: Connection,
  options: { preview: staking.Preview; format: TokenFormat },
): Pick<Plan, "changes" | "facts" | "result"> {
  const { preview, format } = options;
  return {
    changes: stakeChanges(preview, format),
    facts: [["Unlock", unlockOf(preview.after, preview)]],
    result: async () => {
      const stake = await staking.getStake(connection);
      return { facts: stakeFacts(stake, format), json: stake };
    },
  };
}

function stakeChanges({ before, after, weightBefore, weightAfter }: staking.Preview, format: TokenFormat): Change[] {
  return [
    change("state", "State", { before: before.state, after: after.state, format: (state) => state }),
    change("amount", "Staked", { before: before.amount, after: after.amount, format: format.rounded }),
    change("presetWeeks", "Preset", { before: before.presetWeeks, after: after.presetWeeks, format: formatWeeks }),
    change("weight", "Stake weight", { before: weightBefore, after: weightAfter, format: format.rounded }),
  ];
}

function stakeFacts({ position, weight, votes }: staking.StakeDetails, format: TokenFormat): Fact[] {
  return [
    ["Position", `${format.rounded(position.amount)}, ${position.state}`],
    ["Stake weight", format.rounded(weight)],
    ["Votes", format.rounded(votes)],
  ];
}

/** When the position becomes withdrawable. */
function unlockOf({ state }: staking.Position, { unlockEnd, at }: staking.Preview): string | undefined {
  if (unlockEnd === undefined) return undefined;
  return state === "Locked"
    ? `if initiated now, ends ${formatMoment(unlockEnd, at)}`
    : `ends ${formatMoment(unlockEnd, at)}`;
}

function formatWeeks(weeks: bigint): string {
  return weeks === 0n ? "none" : `${weeks} weeks`;
}
