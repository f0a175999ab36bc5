import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { GasOfWeek } from "./GasLog";
import type { SimulationOptions, SimulationResult } from "./runSimulation";
import { weekOfRecord } from "./WeekOfRecord";

const count = z.int().nonnegative();
const hash = z.string().regex(/^0x[0-9a-f]{64}$/);

/** What an operation cost, in columns: each has one value per week in which it happened. */
const gasColumns = z
  .strictObject({
    weeks: z.array(z.int().positive()),
    counts: z.array(count),
    medians: z.array(count),
    maxima: z.array(count),
  })
  .refine(
    ({ weeks, counts, medians, maxima }) => [counts, medians, maxima].every(({ length }) => length === weeks.length),
    "every column must have a value per week",
  );

/** What a run of the simulation showed. The same for the same options and the same code, but for `measured`. */
const schema = z.strictObject({
  command: z.string(),
  /** Of the contracts that were run. */
  codeHash: hash,
  /** Of the simulation itself. */
  simulationHash: hash,
  accounts: z.int().positive(),
  weeks: z.int().positive(),
  seed: z.int(),
  transactions: count,
  blocks: count,
  finalizations: z.strictObject({ epochs: count, walletPeriods: count }),
  /** How often each operation succeeded; "refused" is what had to be refused, and was. */
  operations: z.record(z.string(), count),
  /** What rounding left when everybody had left, and the most that it may be, in wei. */
  ending: z.strictObject({ dust: z.string().regex(/^\d+$/), mostDust: z.string().regex(/^\d+$/) }),
  history: z.array(weekOfRecord),
  gas: z.record(z.string(), gasColumns),
  /** Of this one run. */
  measured: z.strictObject({
    seconds: count,
    /** Of both processes; other programs on the machine make a run longer, but not this. */
    cpuSeconds: count.nullable(),
    /** The most that each process took, in MB. */
    simulationMemory: count,
    evmMemory: count.nullable(),
  }),
});

export type SimulationRecord = z.infer<typeof schema>;

/** Where the record of the documented run stands, from the root. */
export const SIMULATION_RECORD = "docs/records/simulation.json";

/** The command that repeats a run. */
export function simulationCommand({ accounts, weeks, seed }: SimulationOptions): string {
  return `npm run simulate -- --accounts ${accounts} --weeks ${weeks} --seed ${seed}`;
}

/** The record of a run. */
export function recordOf(options: {
  run: SimulationOptions;
  result: SimulationResult;
  /** Of the contracts as they were deployed, and of the simulation that ran. */
  hashes: Pick<SimulationRecord, "codeHash" | "simulationHash">;
  measured: SimulationRecord["measured"];
}): SimulationRecord {
  const { run, result, hashes, measured } = options;
  const { simulation, chain, weeks, ending } = result;
  const gas = [...simulation.gas.weeks()].map(([operation, list]) => [operation, columnsOf(list)] as const);
  const operations = [...simulation.counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return schema.parse({
    command: simulationCommand(run),
    ...hashes,
    accounts: run.accounts,
    weeks: run.weeks,
    seed: run.seed,
    transactions: chain.transactions,
    blocks: chain.blocks,
    finalizations: { epochs: simulation.nodes.finalizations.count, walletPeriods: simulation.wallets.finalized },
    operations: Object.fromEntries(operations),
    ending: { dust: String(ending.dust), mostDust: String(ending.mostDust) },
    history: weeks,
    gas: Object.fromEntries(gas),
    measured,
  });
}

/** The record as a file, formatted as everything else here is. */
export function formatRecord(record: SimulationRecord): string {
  const rows = JSON.stringify(record, null, 2);
  // A list of numbers, and a week, on one line each.
  return `${rows.replace(/\[\s+([\d,\s]+?)\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, " ")}]`)}\n`;
}

/** Reads and checks a record. */
export function parseRecord(text: string): SimulationRecord {
  return schema.parse(JSON.parse(text));
}

/** The record of the documented run. */
export function readRecord(root: string): SimulationRecord {
  return parseRecord(readFileSync(path.join(root, SIMULATION_RECORD), "utf8"));
}

function columnsOf(list: readonly GasOfWeek[]): z.infer<typeof gasColumns> {
  return {
    weeks: list.map(({ week }) => week),
    counts: list.map(({ count: times }) => times),
    medians: list.map(({ median }) => median),
    maxima: list.map(({ max }) => max),
  };
}
