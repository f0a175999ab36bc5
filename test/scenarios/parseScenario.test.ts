import { expect } from "chai";
import { parseScenario } from "../../scripts/scenario/parseScenario";
import { readScenario } from "../../scripts/scenario/readScenario";
import { ScenarioError } from "../../scripts/scenario/ScenarioError";

const start = 2_081_721_600;

interface Draft {
  [field: string]: unknown;
  ops: Record<string, unknown>[];
}

/** A well-formed scenario; its step n stands in line 1 + n. */
function draft(): Draft {
  const outcome = { ok: true, weights: ["1", "0"], totalWeight: "1", totalStaked: "209" };
  const position = { amount: "209", presetWeeks: 52, unlockEnd: 0, state: "Locked" };
  return {
    name: "small",
    accounts: 2,
    start,
    ops: [
      { t: start, op: "stake", account: 0, args: ["209", "52"], ...outcome, position },
      {
        t: start + 1,
        op: "relock",
        account: 0,
        args: ["4"],
        ...outcome,
        position,
        ok: false,
        why: "shorter than remaining",
      },
      { t: start + 1, op: "fund", account: null, args: [String(start + 604_800), "1000"], ...outcome },
      { t: start + 2, op: "claim", account: 1, args: [], ...outcome, paid: "0", position },
      { t: start + 3, op: "warp", account: null, args: [], ...outcome },
    ],
  };
}

/** One step per line, like the recorded ones. */
function textOf({ ops, ...head }: Draft): string {
  const lines = ops.map((step) => JSON.stringify(step)).join(",\n");
  return `${JSON.stringify(head).slice(0, -1)},"ops":[\n${lines}\n]}\n`;
}

function refusalOf(text: string): ScenarioError {
  try {
    parseScenario({ file: "small.json", text });
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error("the scenario was accepted");
}

type Change = (step: Record<string, unknown>, scenario: Draft) => void;

/** What is wrong, the number of the step that is changed, the change, and the reason that is told. */
const mistakes: [title: string, step: number, change: Change, reason: string][] = [
  ["an unknown operation", 1, (step) => (step.op = "burn"), "op must be one of stake, update,"],
  ["a missing operation", 1, (step) => delete step.op, "op is missing"],
  ["a time that is no number", 1, (step) => (step.t = "soon"), "t must be a whole number of unix seconds"],
  ["a time with a fraction", 1, (step) => (step.t = start + 0.5), "t must be a whole number of unix seconds"],
  ["a time in milliseconds", 5, (step) => (step.t = start * 1000), "t lies beyond the year 9999"],
  ["a missing time", 2, (step) => delete step.t, "t is missing"],
  [
    "a step before the start",
    1,
    (step) => (step.t = start - 1),
    "time goes backwards: 2081721599 is earlier than the start",
  ],
  [
    "times going backwards",
    4,
    (step) => (step.t = start),
    "time goes backwards: 2081721600 is earlier than the step before, 2081721601",
  ],
  [
    "an account out of range",
    4,
    (step) => (step.account = 2),
    "account 2 is out of range: there are 2, numbered from 0",
  ],
  ["a negative account", 4, (step) => (step.account = -1), "account must not be negative"],
  ["nobody who stakes", 1, (step) => (step.account = null), "account must be the number of an account"],
  ["an account that funds", 3, (step) => (step.account = 0), "account must be null"],
  ["too few args", 1, (step) => (step.args = ["209"]), "args must be [amount in wei, preset in weeks]"],
  ["too many args", 2, (step) => (step.args = ["4", "8"]), "args must be [preset in weeks]"],
  ["args where none belong", 4, (step) => (step.args = ["1"]), "args must be empty"],
  ["args that are no list", 1, (step) => (step.args = "209"), "args must be [amount in wei, preset in weeks]"],
  ["missing args", 1, (step) => delete step.args, "args is missing"],
  [
    "an amount with a fraction",
    1,
    (step) => (step.args = ["2.5", "52"]),
    "an amount in wei must be a whole number, written as a string of digits",
  ],
  ["a negative amount", 1, (step) => (step.args = ["-1", "52"]), "an amount in wei must be a whole number"],
  ["an amount that is no string", 1, (step) => (step.args = [209, "52"]), "an amount in wei must be a whole number"],
  ["a preset that is no number", 2, (step) => (step.args = ["four"]), "a preset in weeks must be a whole number"],
  [
    "a week start on a Friday",
    3,
    (step) => (step.args = [String(start + 86_400), "1"]),
    "a week start must be a Thursday 00:00 UTC",
  ],
  ["a missing ok", 1, (step) => delete step.ok, "ok is missing"],
  ["an ok that is no boolean", 1, (step) => (step.ok = "yes"), "ok must be true or false"],
  ["a failure without a reason", 2, (step) => delete step.why, "why is missing: ok is false"],
  ["a failure with an unknown reason", 2, (step) => (step.why = "bad luck"), "why must be one of: amount; preset;"],
  ["a success with a reason", 1, (step) => (step.why = "amount"), "why is for steps that fail"],
  [
    "a failing warp",
    5,
    (step) => Object.assign(step, { ok: false, why: "amount" }),
    "ok must be true: a warp cannot fail",
  ],
  ["a claim without its payment", 4, (step) => delete step.paid, "paid is missing"],
  ["a payment of a stake", 1, (step) => (step.paid = "1"), "paid is for claims that succeed"],
  [
    "a payment that is no whole number",
    4,
    (step) => (step.paid = "1e18"),
    "paid: an amount in wei must be a whole number",
  ],
  ["a missing position", 1, (step) => delete step.position, "position is missing"],
  [
    "the position of a warp",
    5,
    (step, { ops }) => (step.position = ops[0]!.position),
    "position: warp is done by none of the accounts",
  ],
  [
    "a position in no known state",
    1,
    (step) => (step.position = { ...(step.position as object), state: "Frozen" }),
    "state must be one of None, Locked, Unlocking, Unlocked",
  ],
  [
    "a position without its amount",
    1,
    (step) => (step.position = { presetWeeks: 4, unlockEnd: 0, state: "Locked" }),
    "amount is missing",
  ],
  ["a position that is no object", 1, (step) => (step.position = "Locked"), "position: must be an object"],
  [
    "too few weights",
    3,
    (step) => (step.weights = ["1"]),
    "weights must have one entry for each of the 2 accounts, has 1",
  ],
  [
    "too many weights",
    3,
    (step) => (step.weights = ["1", "0", "0"]),
    "weights must have one entry for each of the 2 accounts, has 3",
  ],
  ["a weight that is no amount", 3, (step) => (step.weights = ["1", null]), "an amount in wei must be a whole number"],
  ["a missing list of weights", 3, (step) => delete step.weights, "weights is missing"],
  ["a missing total weight", 5, (step) => delete step.totalWeight, "totalWeight is missing"],
  ["a missing total of stakes", 5, (step) => delete step.totalStaked, "totalStaked is missing"],
  ["an unknown field", 2, (step) => (step.paidOut = "1"), "unknown field paidOut"],
  ["a step that is no object", 2, (_, { ops }) => (ops[1] = 5 as never), "a step must be an object"],
];

const headMistakes: [title: string, change: (scenario: Draft) => void, reason: string][] = [
  ["a missing name", (scenario) => delete scenario.name, "name is missing"],
  ["no account", (scenario) => (scenario.accounts = 0), "accounts must be at least 1"],
  [
    "a number of accounts with a fraction",
    (scenario) => (scenario.accounts = 1.5),
    "accounts must be the number of accounts",
  ],
  ["a missing start", (scenario) => delete scenario.start, "start is missing"],
  ["an unknown field", (scenario) => (scenario.version = 2), "unknown field version"],
];

describe("parseScenario", () => {
  it("reads every operation", () => {
    const scenario = parseScenario({ file: "small.json", text: textOf(draft()) });
    expect(scenario.ops.map(({ op }) => op)).to.deep.equal(["stake", "relock", "fund", "claim", "warp"]);
    expect(scenario.ops[0]!.args).to.deep.equal([209n, 52n]);
    expect(scenario.ops[1]!.why).to.equal("shorter than remaining");
    expect(scenario.ops[2]!.args).to.deep.equal([BigInt(start) + 604_800n, 1000n]);
    expect(scenario.ops[3]!.paid).to.equal(0n);
    expect(scenario.ops[3]!.position).to.deep.equal({ amount: 209n, presetWeeks: 52, unlockEnd: 0, state: "Locked" });
  });

  for (const [title, number, change, reason] of mistakes) {
    it(`refuses ${title}`, () => {
      const scenario = draft();
      change(scenario.ops[number - 1]!, scenario);
      const refusal = refusalOf(textOf(scenario));
      expect(refusal.reason)
        .to.match(new RegExp(`^step ${number}: `))
        .and.to.contain(reason);
      expect(refusal.line).to.equal(number + 1);
      expect(refusal.message).to.equal(`small.json, line ${number + 1}: ${refusal.reason}`);
    });
  }

  for (const [title, change, reason] of headMistakes) {
    it(`refuses ${title} in the head`, () => {
      const scenario = draft();
      change(scenario);
      const refusal = refusalOf(textOf(scenario));
      expect(refusal.reason).to.contain(reason);
      expect(refusal.line).to.equal(1);
    });
  }

  it("names the line of a field, not of its step, when they differ", () => {
    const scenario = draft();
    scenario.ops[1]!.totalWeight = 1;
    const text = JSON.stringify(scenario, null, 2);
    const line = text.split("\n").findIndex((each) => each.includes('"totalWeight": 1,')) + 1;
    expect(refusalOf(text)).to.include({
      line,
      reason: "step 2: totalWeight: an amount in wei must be a whole number, written as a string of digits",
    });
  });

  it("names the first of several mistakes", () => {
    const scenario = draft();
    scenario.ops[4]!.ok = 1;
    scenario.ops[1]!.ok = 1;
    expect(refusalOf(textOf(scenario)).line).to.equal(3);
  });

  it("refuses what is not JSON, with the line", () => {
    const text = textOf(draft());
    expect(refusalOf(text.replace('"ok":false', '"ok":'))).to.include({ line: 3, reason: "not JSON: value expected" });
    expect(refusalOf(text.replace("\n]}", ",\n]}")).reason).to.contain("not JSON");
    expect(refusalOf(text.replace("\n]}\n", ""))).to.include({ line: 6, reason: "not JSON: close bracket expected" });
    expect(refusalOf(`// a comment\n${text}`)).to.include({ line: 1, reason: "not JSON: invalid comment token" });
    expect(refusalOf("")).to.include({ line: 1 });
    expect(refusalOf("[]")).to.include({ line: 1, reason: "must be an object" });
  });

  it("refuses a field that is given twice", () => {
    const text = textOf(draft()).replace('"op":"fund"', '"op":"fund","op":"warp"');
    expect(refusalOf(text)).to.include({ line: 4, reason: "field op is given twice" });
  });
});

describe("readScenario", () => {
  it("refuses a file that does not exist", () => {
    expect(() => readScenario("no/such.json")).to.throw(ScenarioError, "no/such.json: there is no such file");
  });
});
