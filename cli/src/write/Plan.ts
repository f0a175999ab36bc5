import type { Call } from "stakeweight-sdk";
import type { Fact } from "../output/formatFacts.js";

/** A transaction of a plan. */
export interface Step {
  call: Call<unknown>;
  /** What it does: "Approve 1,000 WCT". */
  description: string;
}

/** Something that the plan changes. */
export interface Change {
  /** Its field in JSON: "weight". */
  key: string;
  /** Its name for people: "Stake weight". */
  name: string;
  /** For programs; amounts in wei. */
  before: unknown;
  after: unknown;
  /** For people. */
  format: (value: never) => string;
}

/** What a command is about to write. */
export interface Plan {
  /** What happens, in one line: "Stake 1,000 WCT for 52 weeks". */
  title: string;
  /** In the order of sending. */
  steps: readonly Step[];
  changes: readonly Change[];
  /** What else is good to know. */
  facts?: readonly Fact[];
  /** What must be known before one agrees, most important first. */
  warnings?: readonly string[];
  /** What is asked; "Send it?" by default. */
  question?: string;
  /** Throws if after the question something else would happen than what was shown; a refusal is noticed without it. */
  confirm?: () => Promise<void>;
  /** What became of it, read from the chain afterwards. */
  result: () => Promise<PlanResult>;
}

/** What became of a plan: for people, and for programs. */
export interface PlanResult {
  facts: readonly Fact[];
  json: object;
}

/** A {@link Change}, its values and their format of one type. */
export function change<T>(
  key: string,
  name: string,
  values: { before: T; after: T; format: (value: T) => string },
): Change {
  return { key, name, ...values };
}
