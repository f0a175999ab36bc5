import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { z } from "zod";
import { ScenarioError } from "./ScenarioError";
import { positionStates, refusals, type Scenario } from "./types";
import { WEEK } from "./week";

/** More accounts than any local chain has. */
const MAX_ACCOUNTS = 1000;

/** 9999-12-31: later times are typing errors (milliseconds, usually). */
const LATEST_TIME = 253_402_214_400;

const wholeNumber = (what: string) =>
  z
    .string(`${what} must be a whole number, written as a string of digits`)
    .regex(/^(0|[1-9]\d{0,77})$/, `${what} must be a whole number, written as a string of digits`)
    .transform((digits) => BigInt(digits));

const time = (what: string) =>
  z
    .int(`${what} must be a whole number of unix seconds`)
    .min(0, `${what} must not be negative`)
    .max(LATEST_TIME, `${what} lies beyond the year 9999: is it in milliseconds?`);

const amount = wholeNumber("an amount in wei");
const preset = wholeNumber("a preset in weeks");
const weekStart = wholeNumber("a week start").refine(
  (start) => start % BigInt(WEEK) === 0n,
  "a week start must be a Thursday 00:00 UTC, a multiple of 604800",
);

const position = z.strictObject(
  {
    amount,
    presetWeeks: z.int("presetWeeks must be a whole number").min(0, "presetWeeks must not be negative"),
    unlockEnd: time("unlockEnd"),
    state: z.enum(positionStates, `state must be one of ${positionStates.join(", ")}`),
  },
  { error: shapeError },
);

const outcome = {
  t: time("t"),
  ok: z.boolean("ok must be true or false"),
  why: z.enum(refusals, `why must be one of: ${refusals.join("; ")}`).optional(),
  paid: amount.optional(),
  position: position.optional(),
  weights: z.array(amount, "weights must be a list with the weight of every account"),
  totalWeight: amount,
  totalStaked: amount,
};

const account = z.int("account must be the number of an account").min(0, "account must not be negative");
const nobody = z.null("account must be null: this operation is done by none of the accounts");

/** Of args that are no list, or of the wrong length. */
const takes = (content: string) => ({
  error: ({ code }: { code: string }) =>
    ["invalid_type", "too_big", "too_small"].includes(code) ? `args must be ${content}` : undefined,
});

const step = z.discriminatedUnion(
  "op",
  [
    z.strictObject(
      {
        ...outcome,
        op: z.literal(["stake", "update"]),
        account,
        args: z.tuple([amount, preset], takes("[amount in wei, preset in weeks]")),
      },
      { error: shapeError },
    ),
    z.strictObject(
      { ...outcome, op: z.literal("increaseAmount"), account, args: z.tuple([amount], takes("[amount in wei]")) },
      { error: shapeError },
    ),
    z.strictObject(
      { ...outcome, op: z.literal("relock"), account, args: z.tuple([preset], takes("[preset in weeks]")) },
      { error: shapeError },
    ),
    z.strictObject(
      {
        ...outcome,
        op: z.literal(["initiateUnlock", "withdraw", "claim"]),
        account,
        args: z.tuple([], takes("empty")),
      },
      { error: shapeError },
    ),
    z.strictObject(
      {
        ...outcome,
        op: z.literal("fund"),
        account: nobody,
        args: z.tuple([weekStart, amount], takes("[week start in unix seconds, amount in wei]")),
      },
      { error: shapeError },
    ),
    z.strictObject(
      { ...outcome, op: z.literal("warp"), account: nobody, args: z.tuple([], takes("empty")) },
      { error: shapeError },
    ),
  ],
  {
    error: (issue) =>
      typeof issue.input !== "object" || issue.input === null
        ? "a step must be an object"
        : "op must be one of stake, update, increaseAmount, relock, initiateUnlock, withdraw, claim, fund, warp",
  },
);

const schema = z
  .strictObject(
    {
      name: z.string("name must be a text").min(1, "name must not be empty"),
      accounts: z
        .int("accounts must be the number of accounts")
        .min(1, "accounts must be at least 1")
        .max(MAX_ACCOUNTS, `accounts must be at most ${MAX_ACCOUNTS}`),
      start: time("start"),
      ops: z.array(step, "ops must be a list of steps"),
    },
    { error: shapeError },
  )
  .superRefine(checkSteps);

/** What no single field tells: the order of times, and which outcome belongs to which operation. */
function checkSteps({ accounts, start, ops }: Scenario, context: z.RefinementCtx): void {
  let previous = start;
  for (const [index, step] of ops.entries()) {
    const refuse = (field: string, message: string) => {
      context.addIssue({ code: "custom", path: ["ops", index, field], message });
    };
    if (step.t < previous) {
      const before = index === 0 ? "the start" : "the step before";
      refuse("t", `time goes backwards: ${step.t} is earlier than ${before}, ${previous}`);
    }
    previous = step.t;

    if (step.account === null) {
      if (step.position) refuse("position", `position: ${step.op} is done by none of the accounts`);
    } else {
      if (step.account >= accounts) {
        refuse("account", `account ${step.account} is out of range: there are ${accounts}, numbered from 0`);
      }
      if (!step.position) refuse("position", "position is missing: the position of the acting account afterwards");
    }
    if (step.weights.length !== accounts) {
      refuse("weights", `weights must have one entry for each of the ${accounts} accounts, has ${step.weights.length}`);
    }
    if (step.op === "warp" && !step.ok) refuse("ok", "ok must be true: a warp cannot fail");
    if (step.ok && step.why !== undefined) refuse("why", "why is for steps that fail, and ok is true");
    if (!step.ok && step.why === undefined) refuse("why", "why is missing: ok is false");
    const pays = step.op === "claim" && step.ok;
    if (pays && step.paid === undefined) refuse("paid", "paid is missing: what the claim pays, in wei");
    if (!pays && step.paid !== undefined) refuse("paid", "paid is for claims that succeed");
  }
}

/** What an object lacks or has too much, by name. */
function shapeError(issue: { code: string; keys?: readonly string[] }): string | undefined {
  if (issue.code === "unrecognized_keys") return `unknown field ${(issue.keys ?? []).join(", ")}`;
  return issue.code === "invalid_type" ? "must be an object" : undefined;
}

/**
 * Reads a scenario (format: test/scenarios/README.md) from the text of a file. `file` stands in the error.
 * Throws {@link ScenarioError} with the line of the first mistake.
 */
export function parseScenario(source: { file: string; text: string }): Scenario {
  const { file, text } = source;
  const fail = (offset: number, reason: string, cause?: unknown): never => {
    throw new ScenarioError({ file, line: text.slice(0, offset).split("\n").length, reason, cause });
  };

  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const syntaxError = errors[0];
  if (syntaxError) return fail(syntaxError.offset, `not JSON: ${inWords(printParseErrorCode(syntaxError.error))}`);
  if (!tree) return fail(0, "not JSON: the file is empty");
  const repeated = findRepeatedKey(tree);
  if (repeated) return fail(repeated.offset, `field ${String(repeated.value)} is given twice`);

  const result = schema.safeParse(valueOf(tree));
  if (result.success) return result.data;
  const [first] = result.error.issues
    .map((issue) => ({ offset: offsetOf(tree, issue), reason: reasonOf(tree, issue) }))
    .sort((one, other) => one.offset - other.offset);
  return fail(first!.offset, first!.reason, result.error);
}

/** "PropertyNameExpected" → "property name expected". */
function inWords(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

function valueOf(node: Node): unknown {
  if (node.type === "array") return (node.children ?? []).map(valueOf);
  if (node.type !== "object") return node.value as unknown;
  return Object.fromEntries(
    (node.children ?? []).map(({ children }) => [String(children![0]!.value), valueOf(children![1]!)]),
  );
}

function findRepeatedKey(node: Node): Node | undefined {
  if (node.type === "object") {
    const seen = new Set<unknown>();
    for (const { children } of node.children ?? []) {
      const key = children![0]!;
      if (seen.has(key.value)) return key;
      seen.add(key.value);
    }
  }
  for (const child of node.children ?? []) {
    const repeated = findRepeatedKey(child);
    if (repeated) return repeated;
  }
  return undefined;
}

type Path = (string | number)[];

function pathOf(issue: z.core.$ZodIssue): Path {
  return issue.path.filter((key) => typeof key !== "symbol");
}

/** Where the issue's value stands; a value that is missing is reported where its object begins. */
function offsetOf(tree: Node, issue: z.core.$ZodIssue): number {
  const path = pathOf(issue);
  if (issue.code === "unrecognized_keys") path.push(issue.keys[0]!);
  for (; path.length > 0; path.pop()) {
    const node = findNodeAtLocation(tree, path);
    // Of a property its name, not its value, which may begin on a later line.
    if (node) return node.parent?.type === "property" ? node.parent.offset : node.offset;
  }
  return tree.offset;
}

/** The issue with the step that it is in, counted from 1. */
function reasonOf(tree: Node, issue: z.core.$ZodIssue): string {
  const path = pathOf(issue);
  const field = path.at(-1);
  const isMissing =
    typeof field === "string" && issue.code !== "custom" && findNodeAtLocation(tree, [...path]) === undefined;
  const subject = field === "args" || typeof field !== "string" || issue.message.startsWith(field) ? "" : `${field}: `;
  const message = isMissing ? `${field} is missing` : `${subject}${issue.message}`;
  const [list, index] = path;
  return list === "ops" && typeof index === "number" ? `step ${index + 1}: ${message}` : message;
}
