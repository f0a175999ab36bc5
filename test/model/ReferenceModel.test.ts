import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import type { Operation } from "../../scripts/scenario/types";
import { ReferenceModel, type Result } from "./ReferenceModel";

const VECTORS = path.join(__dirname, "../scenarios/vectors");
const PLENTY = 10n ** 30n;

interface RecordedStep {
  t: number;
  op: Operation["op"];
  account: number | null;
  args: string[];
  ok: boolean;
  why?: string;
  paid?: string;
  position?: { amount: string; presetWeeks: number; unlockEnd: number; state: string };
  weights: string[];
  totalWeight: string;
  totalStaked: string;
}

interface RecordedScenario {
  name: string;
  accounts: number;
  start: number;
  ops: RecordedStep[];
}

function perform(model: ReferenceModel, step: RecordedStep): Result {
  const account = step.account ?? 0;
  const [first = 0n, second = 0n] = step.args.map(BigInt);
  switch (step.op) {
    case "stake":
      return model.stake(account, first, second);
    case "update":
      return model.update(account, first, second);
    case "increaseAmount":
      return model.increaseAmount(account, first);
    case "relock":
      return model.relock(account, first);
    case "initiateUnlock":
      return model.initiateUnlock(account);
    case "withdraw":
      return model.withdraw(account);
    case "claim":
      return model.claim(account);
    case "fund":
      return model.fund(first, second);
    case "warp":
      return { ok: true };
  }
}

/** What the model says after a step, in the shape of the recording. */
function outcomeOf(model: ReferenceModel, step: RecordedStep, result: Result) {
  const position = step.account === null ? undefined : model.positionOf(step.account);
  return {
    ok: result.ok,
    ...(result.ok ? {} : { why: result.why }),
    ...(result.ok && step.op === "claim" ? { paid: String(result.paid) } : {}),
    ...(position ? { position: { ...position, amount: String(position.amount) } } : {}),
    weights: model.accounts.map((account) => String(model.weightAt(account, model.now))),
    totalWeight: String(model.totalWeightAt(model.now)),
    totalStaked: String(model.totalStaked()),
  };
}

describe("ReferenceModel", () => {
  for (const file of readdirSync(VECTORS).sort()) {
    it(`reproduces ${file}`, () => {
      const scenario = JSON.parse(readFileSync(path.join(VECTORS, file), "utf8")) as RecordedScenario;
      const model = new ReferenceModel({
        start: scenario.start,
        tokens: Array.from({ length: scenario.accounts }, () => PLENTY),
        funderTokens: PLENTY,
      });
      for (const [index, step] of scenario.ops.entries()) {
        model.advanceTo(step.t);
        const { t, op, account, args, ...recorded } = step;
        const result = perform(model, step);
        const context = `op ${index}: ${op}(${args.join(", ")}) of ${account ?? "nobody"} at ${t}`;
        expect(outcomeOf(model, step, result), context).to.deep.equal(recorded);
      }
    });
  }
});
