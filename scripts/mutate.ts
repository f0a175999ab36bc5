import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { green, red } from "picocolors";
import { Baseline } from "./mutation/Baseline";
import { buildTargetRecord, mergeRecords } from "./mutation/buildRecord";
import { commandOf, DEFAULT_TIMEOUT } from "./mutation/commandOf";
import { readExplanations, staleExplanations } from "./mutation/explanations";
import { MutationDisplay } from "./mutation/MutationDisplay";
import { percent } from "./mutation/percent";
import { planCampaigns } from "./mutation/planCampaigns";
import {
  killedBps,
  killedOfKillableBps,
  leastKilledBps,
  mutationRecordFile,
  readMutationRecord,
  type TargetRecord,
} from "./mutation/record";
import { renderMutants } from "./mutation/render";
import { Results } from "./mutation/Results";
import { describeChange, runMutants } from "./mutation/runMutants";
import { targets } from "./mutation/targets";
import { codeHash } from "./records/codeHash";
import { runTool } from "./support/runTool";

const root = path.join(__dirname, "..");
const cache = path.join(root, "cache", "mutation");

/** What has to be killed of every target, of the mutants that can be. */
const REQUIRED_BPS = 9_500;

interface Options {
  contract?: string[];
  sample?: number;
  seed: number;
  jobs: number;
  timeout: number;
  fresh?: true;
}

function parseCount(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 1 on.");
  return Number(text);
}

function writeRecord(made: readonly TargetRecord[]): void {
  const known = existsSync(mutationRecordFile) ? readMutationRecord() : { targets: [] };
  const order = targets.map(({ name }) => name);
  const record = mergeRecords(known, made, order);
  mkdirSync(path.dirname(mutationRecordFile), { recursive: true });
  writeFileSync(mutationRecordFile, `${JSON.stringify(record, null, 2)}\n`);
  for (const [file, text] of renderMutants(record)) writeFileSync(path.join(root, file), text);
  for (const { name } of made.filter((target) => !record.targets.includes(target))) {
    console.log(`The record of ${name} stays as it is: more mutants of the same code were tried for it.`);
  }
}

async function compile(): Promise<void> {
  const { exitCode } = await runTool({ tool: "hardhat", args: ["compile"] });
  if (exitCode !== 0) throw new Error("the contracts do not compile");
}

async function mutate(options: Options): Promise<number> {
  const chosen = targets.filter(({ name }) => options.contract?.includes(name) ?? true);
  const { analysis, campaigns, all } = await planCampaigns({
    root,
    targets: chosen,
    size: options.sample,
    seed: options.seed,
    compile,
    hashOf: (product) => codeHash([product]),
  });
  const results = new Results(path.join(cache, "results.jsonl"));
  if (options.fresh) results.clear();

  const explanations = readExplanations();
  const display = new MutationDisplay(process.stdout, campaigns.flatMap(({ mutants }) => mutants).length);
  await runMutants({
    root,
    campaigns,
    analysis,
    baseline: new Baseline({ file: path.join(cache, "baseline.json"), root, codeHash: codeHash() }),
    results,
    explained: new Set(Object.keys(explanations)),
    jobs: options.jobs,
    timeout: options.timeout,
    onBaseline: (file, failing) => {
      display.baseline(file, failing);
    },
    onResult: (result) => {
      display.result(result);
    },
  }).finally(() => {
    display.stop();
  });

  const made = campaigns.map((campaign) => {
    const total = all.get(campaign.target)!.length;
    return buildTargetRecord({
      campaign,
      total,
      results,
      explanations,
      lineOf: analysis.lineOf,
      command: commandOf(options),
    });
  });
  writeRecord(made);

  const known = campaigns.flatMap(({ target, codeHash: hash }) =>
    all.get(target)!.map((mutant) => {
      const change = describeChange(mutant);
      return [mutant.id, { change, status: results.of({ id: mutant.id, change, codeHash: hash })?.status }] as const;
    }),
  );
  const sources = new Set(chosen.flatMap(({ files }) => files.map((file) => path.basename(file, ".sol"))));
  const stale = staleExplanations({
    explanations,
    mutants: new Map(known),
    concerns: (id) => sources.has(id.slice(0, id.indexOf("."))),
  });
  for (const target of made) tell(target);
  for (const reason of stale) console.error(`${red("stale explanation")} ${reason}`);
  const isEnough = made.every((target) => killedOfKillableBps(target) >= REQUIRED_BPS);
  return isEnough && stale.length === 0 ? 0 : 1;
}

function tell(target: TargetRecord): void {
  const { name, tried, total, survivors } = target;
  const mark = killedOfKillableBps(target) >= REQUIRED_BPS ? green("✓") : red("✗");
  const shares = `${percent(killedBps(target))} killed, ${percent(killedOfKillableBps(target))} of those that can be`;
  const least =
    tried === total ? "" : `: of all at least ${percent(leastKilledBps(target))}, with a confidence of 95 %`;
  console.log(`${mark} ${name}: ${shares}, ${tried} of ${total} tried${least}`);
  for (const { id, original, replacement, reason } of survivors) {
    console.log(`    ${id}: ${original} → ${replacement}${reason === null ? "" : " (explained)"}`);
  }
}

const program = new Command("npm run mutate --")
  .description(
    "Changes one thing at a time in the contracts and runs the tests that concern it. Can be stopped at any time: the next " +
      "run goes on. Writes docs/records/mutants.json and docs/mutants.md.",
  )
  .addOption(new Option("--contract <name...>", "only these").choices(targets.map(({ name }) => name)))
  .option("--sample <number>", "only so many of each, drawn by the seed", parseCount)
  .option("--seed <number>", "of the sample", parseCount, 1)
  .option("--jobs <number>", "processes", parseCount, 2)
  .option(
    "--timeout <seconds>",
    "for each test file, which always has ten times what it takes without a mutant",
    parseCount,
    DEFAULT_TIMEOUT,
  )
  .addOption(new Option("--resume", "go on where the last run stopped (default)").conflicts("fresh"))
  .option("--fresh", "forget what earlier runs found")
  .allowExcessArguments(false)
  .action(async (options: Options) => {
    process.exitCode = await mutate(options);
  });

program.parseAsync().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
