import { codeHash } from "../records/codeHash";
import { functionsOf, profileHash, sourceHash } from "../records/sourceHash";
import { type DeepRecord, type DeepSuite, profile } from "./record";
import { contractsOf, deepFiles } from "./suites";

/** What the long runs depend on, as it is now. */
export interface Present {
  /** Every file that belongs to the long run. */
  files: readonly string[];
  profileHash: string;
  codeHash(contracts: readonly string[]): string;
  sourceHash(file: string): string;
  /** The tests of a file, among its other functions. */
  functionsOf(file: string): string[];
}

export const present = (): Present => ({
  files: deepFiles(),
  profileHash: profileHash(profile),
  codeHash,
  sourceHash: (file) => sourceHash([file]),
  functionsOf: (file) => functionsOf([file]),
});

function reasons(suite: DeepSuite, now: Present): string[] {
  const { file, tests } = suite;
  if (!now.files.includes(file)) return [`${file} is none of the files of the long run`];
  const functions = now.functionsOf(file);
  return [
    ...(now.codeHash(contractsOf(file)) === suite.codeHash ? [] : [`${file} was run on other contracts`]),
    ...(now.sourceHash(file) === suite.sourceHash ? [] : [`${file} has changed since it was run`]),
    ...(now.profileHash === suite.profileHash
      ? []
      : [`${file} was run with another profile.${profile} of foundry.toml`]),
    ...tests.filter(({ name }) => !functions.includes(name)).map(({ name }) => `${file} has no ${name} any more`),
  ];
}

/** What was never run, or on contracts, with tests or with a profile that have changed since. */
export function staleSuites(record: DeepRecord, now: Present): string[] {
  const missing = now.files.filter((file) => !record.suites.some((suite) => suite.file === file));
  return [
    ...record.suites.flatMap((suite) => reasons(suite, now)),
    ...missing.map((file) => `${file} was never run at this depth`),
  ];
}
