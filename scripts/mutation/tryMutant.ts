import type { Analysis } from "./analyze";
import type { Baseline } from "./Baseline";
import { applyChange, type Mutant } from "./findMutants";
import { rankTests } from "./rankTests";
import type { MutantResult, Results } from "./Results";
import { runConfirmed } from "./runConfirmed";
import type { Worker } from "./Worker";

/** How many times as long as without a mutant a test file may take before it counts as never ending. */
const PATIENCE = 10;

/** How long a test file may take, in seconds: the timeout, but no less than a generous multiple of what it takes without a mutant. */
export function limitOf(baselineMilliseconds: number, timeout: number): number {
  return Math.max(timeout, (PATIENCE * baselineMilliseconds) / 1_000);
}

type Finding = Pick<MutantResult, "status" | "killer" | "timeout" | "milliseconds">;

/** Runs the tests of a mutant until one fails. */
export async function tryMutant(options: {
  mutant: Mutant;
  /** Its tests, by their hashes. */
  tests: ReadonlyMap<string, string>;
  analysis: Analysis;
  baseline: Baseline;
  results: Results;
  worker: Worker;
  /** For each test file, in seconds. */
  timeout: number;
}): Promise<Finding> {
  const { mutant, tests, analysis, baseline, results, worker, timeout } = options;
  const { file, change, id, scopeId } = mutant;
  const task = {
    exchanged: { file, text: applyChange(analysis.sources.get(file)!, change) },
    contracts: analysis.contractsWith(file),
    tests: rankTests({
      tests: [...tests.keys()],
      callers: analysis.callersOf(scopeId),
      milliseconds: (test) => baseline.millisecondsOf(test),
      kills: (test) => results.killsOf(test, id.slice(0, id.indexOf(":") + 1)),
    }),
    without: baseline.failingIn([...tests.keys()]),
    bail: true,
  };
  const begun = Date.now();
  const outcome = await runConfirmed(worker, task, (test) => limitOf(baseline.millisecondsOf(test), timeout));
  const milliseconds = Date.now() - begun;
  const killerOf = (test: string, title: string) => ({ file: test, title, hash: tests.get(test)! });
  switch (outcome.kind) {
    case "broken":
      throw new Error(`${id}: ${outcome.message}`);
    case "failed": {
      const failure = outcome.failures[0]!;
      if (failure.place === "loading") throw new Error(`${failure.file} cannot be loaded: ${failure.message}`);
      return { status: "killed", killer: killerOf(failure.file, failure.title), milliseconds };
    }
    case "stopped":
      return { status: "stopped", killer: killerOf(outcome.file, ""), timeout, milliseconds };
    case "passed":
      return { status: "survived", milliseconds };
    default:
      return { status: outcome.kind, milliseconds };
  }
}
