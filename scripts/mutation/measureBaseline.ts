import type { Analysis } from "./analyze";
import type { Baseline } from "./Baseline";
import type { Worker } from "./Worker";

/** How long a test file may take without a mutant, in seconds. */
const LIMIT = 1_200;

/**
 * Runs a test file on the contracts as they are, compiled like the mutants, and returns the tests that fail: they say nothing of a
 * mutant and are left out. What fails outside of a test would fail for every mutant and cannot be left out.
 */
export async function measureBaseline(options: {
  test: string;
  worker: Worker;
  analysis: Analysis;
  baseline: Baseline;
}): Promise<string[]> {
  const { test, worker, analysis, baseline } = options;
  const task = { contracts: analysis.contracts, tests: [test], without: [], bail: false };
  const { outcome, files } = await worker.run(task, () => LIMIT);
  if (outcome.kind !== "passed" && outcome.kind !== "failed") {
    throw new Error(`${test} cannot be run: ${JSON.stringify(outcome)}`);
  }
  const failures = outcome.kind === "failed" ? outcome.failures : [];
  const broken = failures.find(({ place }) => place !== "test");
  if (broken) throw new Error(`${test} fails without a mutant, in ${broken.title}: ${broken.message}`);
  const failing = failures.map(({ title }) => title);
  baseline.add(test, { milliseconds: files[0]!.milliseconds, failing });
  return failing;
}
