/** What a test run counted. A skipped test counts as failed: none may be skipped unseen. */
export interface TestSummary {
  passed: number;
  failed: number;
}

function lastCount(output: string, pattern: RegExp): number {
  const matches = [...output.matchAll(pattern)];
  return Number(matches.at(-1)?.[1] ?? 0);
}

/** Reads mocha's closing lines: "12 passing (3s)", "1 pending", "2 failing". */
export function summarizeMocha(output: string): TestSummary {
  return {
    passed: lastCount(output, /^\s*(\d+) passing/gm),
    failed: lastCount(output, /^\s*(\d+) failing/gm) + lastCount(output, /^\s*(\d+) pending/gm),
  };
}

/** Reads forge's closing line: "Ran 3 test suites in 2s: 12 tests passed, 0 failed, 0 skipped (12 total tests)". */
export function summarizeForge(output: string): TestSummary {
  return {
    passed: lastCount(output, /(\d+) tests passed, \d+ failed, \d+ skipped/g),
    failed:
      lastCount(output, /\d+ tests passed, (\d+) failed, \d+ skipped/g) +
      lastCount(output, /\d+ tests passed, \d+ failed, (\d+) skipped/g),
  };
}

/** A run that ended badly without a failed test, or that ran none, counts as one failure. */
export function settle(summary: TestSummary, exitCode: number): TestSummary {
  const ranNothing = summary.passed + summary.failed === 0;
  const brokeOff = exitCode !== 0 && summary.failed === 0;
  return ranNothing || brokeOff ? { ...summary, failed: summary.failed + 1 } : summary;
}
