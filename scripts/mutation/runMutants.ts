import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Analysis } from "./analyze";
import type { Baseline } from "./Baseline";
import { applyChange, type Mutant } from "./findMutants";
import { listTests } from "./listTests";
import { rankTests } from "./rankTests";
import type { MutantResult, Results } from "./Results";
import type { Target } from "./targets";
import { Worker } from "./Worker";

/** A target with the mutants of it that are to be tried. */
export interface Campaign {
  target: Target;
  codeHash: string;
  mutants: readonly Mutant[];
}

/** What a mutant changes, in one line. */
export function describeChange({ original, replacement }: Mutant): string {
  return `${original} → ${replacement}`;
}

/** Hash of the tests that concern a target. */
function hashTests(root: string, files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

interface Options {
  root: string;
  campaigns: readonly Campaign[];
  analysis: Analysis;
  baseline: Baseline;
  results: Results;
  /** Ids of survivors that are explained. */
  explained: ReadonlySet<string>;
  jobs: number;
  /** For each test file, in seconds. */
  timeout: number;
  /** A test file ran without a mutant; these tests of it failed. */
  onBaseline: (file: string, failing: readonly string[]) => void;
  onResult: (result: MutantResult) => void;
}

/** Tries every mutant that has no result yet, on as many processes as are asked for. */
export async function runMutants(options: Options): Promise<void> {
  const { root, campaigns, results, explained, jobs } = options;
  const workers = Array.from({ length: jobs }, () => new Worker());
  try {
    await measureBaseline(options, workers);
    const open = campaigns.flatMap(({ target, codeHash, mutants }) => {
      const tests = listTests(root, target.tests);
      const testsHash = hashTests(root, tests);
      return mutants
        .filter((mutant) => !isSettled(results, mutant, codeHash, explained.has(mutant.id) ? undefined : testsHash))
        .map((mutant) => ({ mutant, tests, codeHash, testsHash }));
    });
    await share(workers, open, async (worker, { mutant, tests, codeHash, testsHash }) => {
      const finding = await tryMutant(options, worker, mutant, tests);
      const result = { id: mutant.id, change: describeChange(mutant), codeHash, testsHash, ...finding };
      results.add(result);
      options.onResult(result);
    });
  } finally {
    for (const worker of workers) worker.stop();
  }
}

/** A survivor is tried again when there are other tests; one that is explained is not, since no test can kill it. */
function isSettled(results: Results, mutant: Mutant, codeHash: string, testsHash: string | undefined): boolean {
  const result = results.of({ id: mutant.id, change: describeChange(mutant), codeHash });
  if (result?.status !== "survived") return result !== undefined;
  return testsHash === undefined || result.testsHash === testsHash;
}

/** What fails on the contracts as they are, compiled like the mutants, says nothing of one: tests of gas, without the optimizer. */
async function measureBaseline(options: Options, workers: Worker[]) {
  const { root, campaigns, analysis, baseline, onBaseline, timeout } = options;
  const tests = new Set(campaigns.flatMap(({ target }) => listTests(root, target.tests)));
  const open = [...tests].filter((test) => !baseline.isKnown(test));
  await share(workers, open, async (worker, test) => {
    const task = { contracts: analysis.contracts, tests: [test], without: [], bail: false };
    const { outcome, files } = await worker.run(task, timeout);
    if (outcome.kind !== "passed" && outcome.kind !== "failed") {
      throw new Error(`${test} cannot be run: ${JSON.stringify(outcome)}`);
    }
    const failing = outcome.kind === "failed" ? outcome.failures.map(({ title }) => title) : [];
    baseline.add(test, { milliseconds: files[0]!.milliseconds, failing });
    onBaseline(test, failing);
  });
}

/** Each worker takes the next of the items until none is left. */
async function share<T>(workers: Worker[], items: T[], handle: (worker: Worker, item: T) => Promise<void>) {
  const open = [...items];
  const work = async (worker: Worker) => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) await handle(worker, next);
  };
  await Promise.all(workers.map(work));
}

type Finding = Pick<MutantResult, "status" | "killer" | "milliseconds">;

async function tryMutant(options: Options, worker: Worker, mutant: Mutant, tests: string[]): Promise<Finding> {
  const { analysis, baseline, results, timeout } = options;
  const { file, change, id, scopeId } = mutant;
  const task = {
    exchanged: { file, text: applyChange(analysis.sources.get(file)!, change) },
    contracts: analysis.contractsWith(file),
    tests: rankTests({
      tests,
      callers: analysis.callersOf(scopeId),
      milliseconds: (test) => baseline.millisecondsOf(test),
      kills: (test) => results.killsOf(test, id.slice(0, id.indexOf(":") + 1)),
    }),
    without: baseline.failingIn(tests),
    bail: true,
  };
  const begun = Date.now();
  let { outcome } = await worker.run(task, timeout);
  // Once more in a new process: it may have been the process.
  if (outcome.kind === "broken") ({ outcome } = await worker.run(task, timeout));
  const milliseconds = Date.now() - begun;
  switch (outcome.kind) {
    case "broken":
      throw new Error(`${id}: ${outcome.message}`);
    case "failed":
      return { status: "killed", killer: outcome.failures[0]!, milliseconds };
    case "stopped":
      return { status: "stopped", killer: { file: outcome.file, title: "" }, milliseconds };
    case "passed":
      return { status: "survived", milliseconds };
    default:
      return { status: outcome.kind, milliseconds };
  }
}
