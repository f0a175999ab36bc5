/** What an account, a funder or the clock does, at second `t`. Amounts in wei, presets in weeks, week starts in unix seconds. */
export type Operation = { t: number } & (
  | { op: "stake" | "update"; account: number; args: [amount: bigint, presetWeeks: bigint] }
  | { op: "increaseAmount"; account: number; args: [amount: bigint] }
  | { op: "relock"; account: number; args: [presetWeeks: bigint] }
  | { op: "initiateUnlock" | "withdraw" | "claim"; account: number; args: [] }
  | { op: "fund"; account: null; args: [weekStart: bigint, amount: bigint] }
  | { op: "warp"; account: null; args: [] }
);

export const positionStates = ["None", "Locked", "Unlocking", "Unlocked"] as const;

export interface PositionView {
  amount: bigint;
  presetWeeks: number;
  /** Unix seconds; 0 while Locked. */
  unlockEnd: number;
  state: (typeof positionStates)[number];
}

/** Why an operation fails. */
export const refusals = [
  "amount",
  "preset",
  "exists",
  "no active position",
  "not locked",
  "not unlocked",
  "shorter than remaining",
  "unchanged",
] as const;

export type Refusal = (typeof refusals)[number];

/** What has to hold after an operation, at its second. */
export interface Outcome {
  ok: boolean;
  why?: Refusal;
  /** Of a claim: everything due, rounded down. */
  paid?: bigint;
  /** Of the acting account. */
  position?: PositionView;
  /** Of every account. */
  weights: bigint[];
  totalWeight: bigint;
  totalStaked: bigint;
}

export type Step = Operation & Outcome;

export interface Scenario {
  name: string;
  /** How many accounts act; they are numbered from 0. */
  accounts: number;
  /** When the contracts stand and are empty, unix seconds. */
  start: number;
  ops: Step[];
}
