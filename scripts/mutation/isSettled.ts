import type { MutantResult } from "./Results";

/**
 * Whether a result still tells of its mutant. A kill holds as long as the tests have the file that made it, as it was then; one by
 * time, only under a timeout that is no longer. A survivor is tried again when there are other tests; one that is explained is
 * not, since no test can kill it.
 */
export function isSettled(options: {
  result: MutantResult | undefined;
  /** The tests of its target, by their hashes. */
  tests: ReadonlyMap<string, string>;
  testsHash: string;
  isExplained: boolean;
  /** In seconds. */
  timeout: number;
}): boolean {
  const { result, tests, testsHash, isExplained, timeout } = options;
  if (!result) return false;
  const { status, killer } = result;
  if (status === "survived") return isExplained || result.testsHash === testsHash;
  if (status === "stopped" && (result.timeout ?? 0) < timeout) return false;
  return killer === undefined || tests.get(killer.file) === killer.hash;
}
