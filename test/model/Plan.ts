import fc from "fast-check";

/** How long to wait before an action, relative to what stands then, so that a shrunk plan stays a valid one. */
export type Wait =
  | { until: "later"; seconds: number }
  /** `weeks` week boundaries ahead (0: the next one), `offset` seconds off it. */
  | { until: "boundary"; weeks: number; offset: number }
  /** The `pick`-th unlock end ahead, or some whole weeks before it, `offset` seconds off it. */
  | { until: "unlockEnd"; pick: number; weeksBefore: number; offset: number };

/** In wei, at most what the payer holds; or, to be refused, more than that. */
export type Amount = { wei: bigint } | { beyondBalanceBy: bigint };

/** How much of what is held back: whole gwei, or, to be refused, something else. */
export type HeldPart = "all" | "half" | "nothing" | "a gwei too much" | "a wei too little";

/** A second relative to the start of the running week. */
export interface WeekReference {
  weeksAhead: number;
  offset: number;
}

/** Accounts are numbers to be taken modulo how many act. */
export type Action =
  | { do: "stake" | "update"; account: number; amount: Amount; presetWeeks: bigint }
  | { do: "increaseAmount"; account: number; amount: Amount }
  | { do: "relock"; account: number; presetWeeks: bigint }
  | { do: "initiateUnlock" | "withdraw" | "claimAndRestake"; account: number }
  /** The step that leads the position on through its states. */
  | { do: "moveOn"; account: number; amount: Amount; presetWeeks: bigint }
  | { do: "stakeFor"; account: number; payer: number; amount: Amount; presetWeeks: bigint }
  | { do: "increaseAmountFor"; account: number; payer: number; amount: Amount }
  | { do: "setOperator"; account: number; operator: number; approved: boolean }
  | { do: "delegate"; account: number; delegatee: number | "zero" }
  | { do: "holdForSlash"; account: number; slashBps: bigint }
  | { do: "releaseHeld" | "slash"; account: number; part: HeldPart }
  | { do: "claim"; account: number; sender: number }
  | { do: "claimMany"; accounts: number[]; sender: number }
  | { do: "setRecipient"; account: number; recipient: number | "zero" | "stakeWeight" | "distributor" }
  | { do: "fund"; week: WeekReference; amount: Amount }
  | { do: "fundRange"; week: WeekReference; weekCount: number; amount: Amount }
  | { do: "sendStray"; to: "stakeWeight" | "distributor"; amount: Amount }
  | { do: "fundStrayTokens"; sender: number }
  | { do: "closeWeeks"; sender: number; max: number };

export interface Step {
  wait: Wait;
  action: Action;
  /** Decides which seconds and weeks are looked at afterwards. */
  probe: number;
}

export interface Plan {
  accounts: number;
  steps: Step[];
}

const HOUR = 3_600;
const WEEK = 604_800;
const YEAR = 31_557_600;

const offset = fc.constantFrom(0, -1, 1);
/** Mostly a few, so that much happens to each. */
const account = fc.oneof({ weight: 2, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(7) });
const presetWeeks = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(4n, 8n, 12n, 26n, 52n, 78n, 104n) },
  { weight: 1, arbitrary: fc.constantFrom(0n, 1n, 5n, 103n, 105n, 208n, 1n << 16n, (1n << 256n) - 1n) },
);

const later = (seconds: fc.Arbitrary<number>) => fc.record({ until: fc.constant("later" as const), seconds });

const wait: fc.Arbitrary<Wait> = fc.oneof(
  { weight: 30, arbitrary: later(fc.constant(0)) },
  { weight: 8, arbitrary: later(fc.integer({ min: 1, max: 60 })) },
  { weight: 8, arbitrary: later(fc.nat(100 * HOUR)) },
  { weight: 6, arbitrary: later(fc.nat(8 * WEEK)) },
  { weight: 2, arbitrary: later(fc.nat(60 * WEEK)) },
  { weight: 1, arbitrary: later(fc.integer({ min: YEAR, max: 12 * YEAR })) },
  {
    weight: 30,
    arbitrary: fc.record({
      until: fc.constant("boundary" as const),
      weeks: fc.constantFrom(0, 0, 0, 0, 1, 2, 5),
      offset,
    }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      until: fc.constant("unlockEnd" as const),
      pick: fc.nat(3),
      weeksBefore: fc.constantFrom(0, 0, 0, 1, 2),
      offset,
    }),
  },
);

const amount: fc.Arbitrary<Amount> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ wei: fc.bigInt({ min: 1n, max: 20n }) }) },
  { weight: 8, arbitrary: fc.record({ wei: fc.bigInt({ min: 1n, max: 10n ** 18n }) }) },
  { weight: 16, arbitrary: fc.record({ wei: fc.bigInt({ min: 10n ** 18n, max: 10n ** 24n }) }) },
  { weight: 8, arbitrary: fc.record({ wei: fc.bigInt({ min: 10n ** 24n, max: 3n * 10n ** 26n }) }) },
  { weight: 1, arbitrary: fc.constant({ wei: 0n }) },
  { weight: 1, arbitrary: fc.record({ beyondBalanceBy: fc.bigInt({ min: 1n, max: 10n ** 27n }) }) },
);

const slashBps = fc.oneof(
  { weight: 6, arbitrary: fc.constant(100n) },
  { weight: 6, arbitrary: fc.bigInt({ min: 0n, max: 100n }) },
  { weight: 1, arbitrary: fc.constantFrom(101n, 10_000n, (1n << 256n) - 1n) },
);

const heldPart: fc.Arbitrary<HeldPart> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom("all" as const, "half" as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("nothing" as const, "a gwei too much" as const, "a wei too little" as const),
  },
);

const week: fc.Arbitrary<WeekReference> = fc.record({
  weeksAhead: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(0, 0, 1, 1, 2, 3) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 104 }) },
    { weight: 1, arbitrary: fc.constantFrom(-1, 104, 105) },
  ),
  offset: fc.oneof({ weight: 30, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: offset }),
});

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ do: fc.constant("moveOn" as const), account, amount, presetWeeks }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("stake" as const), account, amount, presetWeeks }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("update" as const),
      account,
      amount: fc.oneof({ weight: 3, arbitrary: amount }, { weight: 2, arbitrary: fc.constant({ wei: 0n }) }),
      presetWeeks,
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("increaseAmount" as const), account, amount }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("relock" as const), account, presetWeeks }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("initiateUnlock" as const), account }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("withdraw" as const), account }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("setOperator" as const),
      account,
      operator: account,
      approved: fc.constantFrom(true, true, true, false),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("stakeFor" as const), account, payer: account, amount, presetWeeks }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("increaseAmountFor" as const), account, payer: account, amount }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("delegate" as const),
      account,
      delegatee: fc.oneof({ weight: 9, arbitrary: account }, { weight: 1, arbitrary: fc.constant("zero" as const) }),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({ do: fc.constant("holdForSlash" as const), account, slashBps }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom("releaseHeld" as const, "slash" as const, "slash" as const),
      account,
      part: heldPart,
    }),
  },
  { weight: 9, arbitrary: fc.record({ do: fc.constant("claim" as const), account, sender: account }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant("claimAndRestake" as const), account }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("claimMany" as const),
      accounts: fc.array(account, { maxLength: 5 }),
      sender: account,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("setRecipient" as const),
      account,
      recipient: fc.oneof(
        { weight: 6, arbitrary: account },
        { weight: 1, arbitrary: fc.constantFrom("zero" as const, "stakeWeight" as const, "distributor" as const) },
      ),
    }),
  },
  { weight: 9, arbitrary: fc.record({ do: fc.constant("fund" as const), week, amount }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("fundRange" as const),
      week,
      weekCount: fc.oneof(
        { weight: 12, arbitrary: fc.integer({ min: 1, max: 30 }) },
        { weight: 2, arbitrary: fc.constantFrom(104, 105) },
        { weight: 1, arbitrary: fc.constant(0) },
      ),
      amount,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("sendStray" as const),
      to: fc.constantFrom("stakeWeight" as const, "distributor" as const),
      amount,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("fundStrayTokens" as const), sender: account }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("closeWeeks" as const),
      sender: account,
      max: fc.constantFrom(0, 1, 2, 7, 52, 400),
    }),
  },
);

/** What happens to a few accounts over years, with times and amounts where mistakes hide. */
export const plan: fc.Arbitrary<Plan> = fc.record({
  accounts: fc.integer({ min: 3, max: 8 }),
  steps: fc.array(fc.record({ wait, action, probe: fc.nat(0xffff_ffff) }), {
    minLength: 1,
    maxLength: 50,
    size: "max",
  }),
});
