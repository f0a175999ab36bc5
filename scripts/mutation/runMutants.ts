import { createHash } from "node:crypto";
import type { Analysis } from "./analyze";
import type { Baseline } from "./Baseline";
import type { Mutant } from "./findMutants";
import { hashTest } from "./hashTest";
import { isSettled } from "./isSettled";
import { listTests } from "./listTests";
import { measureBaseline } from "./measureBaseline";
import type { MutantResult, Results } from "./Results";
import type { Target } from "./targets";
import { tryMutant } from "./tryMutant";
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

/** The tests that concern a target, by their hashes. */
function testsOf(root: string, target: Target): Map<string, string> {
  return new Map(listTests(root, target.tests).map((file) => [file, hashTest(root, file)!]));
}

/** Hash of all of these tests. */
function hashAll(tests: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const [file, own] of tests) hash.update(file).update(own);
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

/** Tries every mutant whose result is not settled, on as many processes as are asked for. */
export async function runMutants(options: Options): Promise<void> {
  const { root, campaigns, analysis, baseline, results, jobs, timeout, onBaseline, onResult } = options;
  const workers = Array.from({ length: jobs }, () => new Worker());
  try {
    const files = new Set(campaigns.flatMap(({ target }) => listTests(root, target.tests)));
    const unknown = [...files].filter((test) => !baseline.isKnown(test));
    await share(workers, unknown, async (worker, test) => {
      onBaseline(test, await measureBaseline({ test, worker, analysis, baseline }));
    });
    await share(
      workers,
      campaigns.flatMap((campaign) => openOf(options, campaign)),
      async (worker, open) => {
        const { mutant, tests, codeHash, testsHash } = open;
        const finding = await tryMutant({ mutant, tests, analysis, baseline, results, worker, timeout });
        const result = { id: mutant.id, change: describeChange(mutant), codeHash, testsHash, ...finding };
        results.add(result);
        onResult(result);
      },
    );
  } finally {
    for (const worker of workers) worker.stop();
  }
}

/** The mutants of a target that are to be tried, with its tests. */
function openOf({ root, results, explained, timeout }: Options, { target, codeHash, mutants }: Campaign) {
  const tests = testsOf(root, target);
  const testsHash = hashAll(tests);
  const open = mutants.filter((mutant) => {
    const result = results.of({ id: mutant.id, change: describeChange(mutant), codeHash });
    return !isSettled({ result, tests, testsHash, isExplained: explained.has(mutant.id), timeout });
  });
  return open.map((mutant) => ({ mutant, tests, codeHash, testsHash }));
}

/** Each worker takes the next of the items until none is left. */
async function share<T>(workers: Worker[], items: T[], handle: (worker: Worker, item: T) => Promise<void>) {
  const open = [...items];
  const work = async (worker: Worker) => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) await handle(worker, next);
  };
  await Promise.all(workers.map(work));
}
