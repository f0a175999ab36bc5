import path from "node:path";

/** How likely a test file finds a mutant, as a multiple of any other: it found some of the same function, or is named after a caller. */
const PER_KILL = 20;
const NEAREST = 10;

/** Test files in the order in which they are likely to find a mutant soonest, by their likelihood and by what they take. */
export function rankTests(options: {
  tests: readonly string[];
  /** The functions from which the mutant is reached, the nearest first. */
  callers: readonly string[];
  milliseconds: (file: string) => number;
  /** Mutants of the same function that a file has killed. */
  kills: (file: string) => number;
}): string[] {
  const { tests, callers, milliseconds, kills } = options;
  const names = callers.map((name) => name.toLowerCase());
  const likelihood = (file: string) => {
    const index = names.indexOf(path.basename(file, ".test.ts").toLowerCase());
    return 1 + PER_KILL * kills(file) + (index === -1 ? 0 : NEAREST / (1 + index));
  };
  const ranked = tests.map((file) => ({ file, cost: milliseconds(file) / likelihood(file) }));
  return ranked.sort((a, b) => a.cost - b.cost).map(({ file }) => file);
}
