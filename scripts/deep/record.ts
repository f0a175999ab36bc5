import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const file = path.join(__dirname, "..", "..", "docs", "records", "deep.json");

/** Of foundry.toml: how deep the tests are run. */
export const profile = "deep";

const hash = z.string().regex(/^0x[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/** A test that was run once, a property on many inputs, or invariants after every call of many sequences. */
const test = z.strictObject({
  name: z.string().min(1),
  runs: count,
  calls: count.optional(),
  reverts: count.optional(),
});

const suite = z.strictObject({
  file: z.string().endsWith(".t.sol"),
  /** The deployed contracts that it concerns, and the hash of what they ran then. */
  contracts: z.array(z.string()).min(1),
  codeHash: hash,
  /** Of the test file with what it imports from the tests, and of the profile that it ran with. */
  sourceHash: hash,
  profileHash: hash,
  tests: z.array(test).min(1),
});

const schema = z.strictObject({ command: z.string().min(1), suites: z.array(suite) });

export type DeepTest = z.infer<typeof test>;
export type DeepSuite = z.infer<typeof suite>;
export type DeepRecord = z.infer<typeof schema>;

/** What the long runs found last. */
export function readDeepRecord(): DeepRecord {
  return schema.parse(JSON.parse(readFileSync(file, "utf8")));
}

export function writeDeepRecord(record: DeepRecord): void {
  writeFileSync(file, `${JSON.stringify(schema.parse(record), null, 2)}\n`);
}

/** The record with these suites in place of earlier runs of the same files. */
export function withSuites(record: DeepRecord, suites: readonly DeepSuite[]): DeepRecord {
  const kept = record.suites.filter((earlier) => !suites.some((later) => later.file === earlier.file));
  return { ...record, suites: [...kept, ...suites].sort((a, b) => a.file.localeCompare(b.file)) };
}
