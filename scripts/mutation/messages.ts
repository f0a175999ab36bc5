import type { ContractName } from "./compile";

/** What a worker is asked: to run tests on contracts that are compiled with one source exchanged, or none. */
export interface Task {
  /** The source that is exchanged, and its text. */
  exchanged?: { file: string; text: string };
  /** The contracts that the tests shall run on as compiled of it. */
  contracts: readonly ContractName[];
  /** In the order in which they run. */
  tests: readonly string[];
  /** Titles of tests that are left out. */
  without: readonly string[];
  /** Stop at the first failure. */
  bail: boolean;
}

export interface TestFailure {
  file: string;
  /** Where it failed: outside of a test, there is none that could be left out. */
  place: "test" | "hook" | "loading";
  title: string;
  message: string;
}

/** What became of a task. */
export type Outcome =
  | { kind: "failed"; failures: TestFailure[] }
  | { kind: "passed" }
  /** The tests passed, and the optimizer makes the same code of both sources. */
  | { kind: "equal" }
  | { kind: "invalid"; message: string }
  /** The worker cannot go on. */
  | { kind: "broken"; message: string };

/** What a worker says: before and after each test file, and at the end. */
export type WorkerMessage =
  | { kind: "ready" }
  | { kind: "begun"; file: string }
  | { kind: "file"; file: string; milliseconds: number }
  /** The memory that it may take is used up; the process ends. */
  | { kind: "exhausted" }
  | { kind: "done"; outcome: Outcome; compileMilliseconds: number; memory: number };
