import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { wilsonBps } from "./wilsonBps";

const file = path.join(__dirname, "..", "..", "docs", "records", "mutants.json");

const count = z.number().int().nonnegative();

const survivorSchema = z.object({
  id: z.string(),
  file: z.string(),
  line: z.string(),
  original: z.string(),
  replacement: z.string(),
  /** Why nothing that anyone can observe differs; null where a test is missing. */
  reason: z.string().nullable(),
});

const targetSchema = z.object({
  name: z.string(),
  /** The deployed contract whose code `codeHash` is of. */
  contract: z.string(),
  codeHash: z.string(),
  /** What made this row; a sample is drawn by the seed. */
  command: z.string(),
  /** How many mutants there are. */
  total: count,
  tried: count,
  /** A test failed. */
  killed: count,
  /** Killed by never ending: the tests had to be stopped twice, by time or memory. */
  stopped: count,
  /** The test files that did it, with how many each. */
  killers: z.array(z.object({ file: z.string(), kills: count })),
  /** The optimizer makes the original's code of them. */
  equal: count,
  /** The compiler refuses them. */
  invalid: count,
  survivors: z.array(survivorSchema),
});

const recordSchema = z.object({ targets: z.array(targetSchema) });

export type Survivor = z.infer<typeof survivorSchema>;
export type TargetRecord = z.infer<typeof targetSchema>;
export type MutationRecord = z.infer<typeof recordSchema>;

function shareBps(part: number, whole: number): number {
  return whole === 0 ? 10_000 : Math.floor((part * 10_000) / whole);
}

/** Share of the mutants killed, in hundredths of a percent, rounded down; explained survivors count as alive. */
export function killedBps({ killed, stopped, survivors }: TargetRecord): number {
  return shareBps(killed + stopped, killed + stopped + survivors.length);
}

/** The same of the mutants that can be killed: without the survivors that are explained. */
export function killedOfKillableBps({ killed, stopped, survivors }: TargetRecord): number {
  const open = survivors.filter(({ reason }) => reason === null).length;
  return shareBps(killed + stopped, killed + stopped + open);
}

/** What that share of all of its mutants is at least, with a confidence of 95 %; the share itself where all were tried. */
export function leastKilledBps(target: TargetRecord): number {
  const { total, tried, killed, stopped, survivors } = target;
  if (tried === total) return killedOfKillableBps(target);
  const open = survivors.filter(({ reason }) => reason === null).length;
  return wilsonBps(killed + stopped, killed + stopped + open);
}

export function readMutationRecord(): MutationRecord {
  return recordSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

export { file as mutationRecordFile, recordSchema };
