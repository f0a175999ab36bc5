import type { SimulationRecord } from "../../../scripts/simulation/record";

const WEEKS = 6;

/** A made-up run of six weeks: `claim` grows by a tenth from the first two weeks to the last two, `stake` stays. */
export function sampleRecord(changed: Partial<SimulationRecord> = {}): SimulationRecord {
  const weeks = Array.from({ length: WEEKS }, (_, index) => index + 1);
  return {
    command: "npm run simulate -- --accounts 20 --weeks 6 --seed 3",
    codeHash: `0x${"ab".repeat(32)}`,
    simulationHash: `0x${"cd".repeat(32)}`,
    accounts: 20,
    weeks: WEEKS,
    seed: 3,
    transactions: 1_234,
    blocks: 84,
    finalizations: { epochs: 40, walletPeriods: 1 },
    operations: { stake: 20, claim: 60, claimAndRestake: 5, refused: 2, executeSlash: 3, vetoSlash: 1 },
    ending: { dust: "7", mostDust: "90" },
    history: weeks.map((week) => ({
      week,
      stakers: week * 3,
      staked: week * 1_000_000,
      totalWeight: week * 400_000,
      periodWeight: (week - 1) * 400_000,
      reward: 100_000,
      unclaimed: week * 5_000,
      nodes: { active: 10, reserved: 2, confined: 1, standby: 0, deactivated: 0 },
    })),
    gas: {
      stake: { weeks, counts: [5, 1, 1, 1, 1, 5], medians: weeks.map(() => 90_000), maxima: weeks.map(() => 110_000) },
      claim: {
        weeks,
        counts: [9, 1, 1, 1, 1, 9],
        medians: [100_000, 1, 1, 1, 999_999, 110_000],
        maxima: [150_000, 160_000, 170_000, 170_000, 180_000, 175_000],
      },
      confirm: { weeks: [1], counts: [4], medians: [70_000], maxima: [70_000] },
      fundRange: { weeks: [1], counts: [1], medians: [360_000], maxima: [360_000] },
    },
    measured: { seconds: 61, cpuSeconds: 40, simulationMemory: 400, evmMemory: 120 },
    ...changed,
  };
}

/** What an operation cost, where the most is the median. */
export function columns(weeks: number[], counts: number[], gas: number[]): SimulationRecord["gas"][string] {
  return { weeks, counts, medians: gas, maxima: gas };
}
