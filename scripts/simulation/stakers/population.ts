import { id } from "ethers";
import { PRESETS } from "../model/StakeModel";
import type { Random } from "../Random";

const WCT = 10n ** 18n;

/** What an account is like. */
export type Habit = "holder" | "leaver" | "relocker" | "restaker" | "sleeper" | "whale" | "dust" | "operator";

/** Someone who stakes. */
export interface Staker {
  address: string;
  habit: Habit;
  /** What it stakes first. */
  amount: bigint;
  presetWeeks: number;
  /** The day on which it joins, counted from the first. */
  joinDay: number;
}

/** How many of a hundred have which habit. */
const habits: readonly (readonly [Habit, number])[] = [
  ["holder", 28],
  ["leaver", 22],
  ["relocker", 15],
  ["restaker", 15],
  ["sleeper", 10],
  ["whale", 1],
  ["dust", 9],
];

/** What they stake, from and to, in wei. */
const amounts: Record<Habit, readonly [from: bigint, to: bigint]> = {
  holder: [50n * WCT, 40_000n * WCT],
  leaver: [20n * WCT, 30_000n * WCT],
  relocker: [100n * WCT, 50_000n * WCT],
  restaker: [100n * WCT, 50_000n * WCT],
  sleeper: [20n * WCT, 20_000n * WCT],
  whale: [100_000n * WCT, 1_500_000n * WCT],
  dust: [1n, 10n ** 9n],
  operator: [200_000n * WCT, 400_000n * WCT],
};

/** How many of a hundred choose which preset. */
const presets = new Map([
  [4, 22],
  [8, 10],
  [12, 14],
  [26, 16],
  [52, 16],
  [78, 6],
  [104, 16],
]);

/** The part of the accounts that is there in the first week; the others join one by one, in two thirds of the time. */
const FIRST = 0.2;

export function pickPreset(random: Random): number {
  return random.pickWeighted(PRESETS.map((preset) => [preset, presets.get(preset)!] as const));
}

/** The accounts: the given operators of nodes first, then as many others as are wanted in all. */
export function populate(options: {
  random: Random;
  accounts: number;
  weeks: number;
  seed: number;
  operators: readonly string[];
}): Staker[] {
  const { random, accounts, weeks, seed, operators } = options;
  const lastJoinDay = Math.max(1, Math.floor((weeks * 7 * 2) / 3));
  return Array.from({ length: accounts }, (_, index) => {
    const operator = operators[index];
    const habit = operator === undefined ? random.pickWeighted(habits) : "operator";
    return {
      address: (operator ?? `0x${id(`staker ${index} of ${seed}`).slice(26)}`).toLowerCase(),
      habit,
      amount: random.amount(...amounts[habit]),
      presetWeeks: operator === undefined ? pickPreset(random) : random.pick([52, 78, 104]),
      joinDay:
        operator !== undefined ? 0 : random.chance(FIRST) ? random.between(0, 6) : random.between(7, 7 + lastJoinDay),
    };
  });
}
