import { constants } from "node:os";
import { Command, InvalidArgumentError } from "commander";
import { green, red } from "picocolors";
import { codeHash } from "./records/codeHash";
import { OutputFolder } from "./simulation/OutputFolder";
import { Progress } from "./simulation/Progress";
import { formatRecord, recordOf, simulationCommand } from "./simulation/record";
import { formatSummary } from "./simulation/report/formatSummary";
import { expectNoGrowth } from "./simulation/report/growthOf";
import { renderPage } from "./simulation/report/renderPage";
import { runSimulation, type SimulationOptions, type SimulationResult } from "./simulation/runSimulation";
import { simulationHash } from "./simulation/simulationHash";
import type { WeekOfRecord } from "./simulation/WeekOfRecord";

interface Options extends SimulationOptions {
  out: string;
}

/** An account is an operator or a staker; with fewer than these there is no committee of nodes to speak of. */
const LEAST_ACCOUNTS = 10;

/** What a run writes, and what one that failed does. */
const RECORD = "simulation.json";
const PAGE = "simulation.html";
const FAILURE = "failure.json";

function wholeNumber(least: number, most: number) {
  return (text: string) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

async function simulate({ out, ...run }: Options): Promise<void> {
  const folder = new OutputFolder(out);
  folder.remove(FAILURE);
  const write = (name: string, content: string) => {
    process.stdout.write(`  ${green("✓")} ${folder.write(name, content)}\n`);
  };
  const started = Date.now();
  const progress = new Progress(process.stdout, run.weeks);
  stopOnSignals(progress);
  const weeks: WeekOfRecord[] = [];
  const hashes = { codeHash: "", simulationHash: simulationHash() };
  const result = await runSimulation({
    ...run,
    onDeployed: () => {
      hashes.codeHash = codeHash();
      progress.start();
    },
    onWeek: (week) => {
      weeks.push(week);
      progress.advance(week);
    },
  })
    .finally(() => {
      progress.stop();
    })
    .catch((error: unknown) => {
      const failure = { command: simulationCommand(run), error: messageOf(error), history: weeks };
      write(FAILURE, `${JSON.stringify(failure, null, 2)}\n`);
      throw error;
    });
  const record = recordOf({
    run,
    result,
    hashes,
    measured: {
      seconds: Math.round((Date.now() - started) / 1_000),
      simulationMemory: Math.round(process.resourceUsage().maxRSS / 1_024),
      cpuSeconds: cpuSecondsWith(result.evmUsage),
      evmMemory: result.evmUsage?.memory ?? null,
    },
  });
  process.stdout.write(`${formatSummary(record)}\n\n`);
  write(RECORD, formatRecord(record));
  write(PAGE, await renderPage(record));
  expectNoGrowth(record);
}

/** A signal ends the run; the EVM ends with this process. */
function stopOnSignals(progress: Progress): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      progress.stop();
      process.stdout.write("\nStopped: nothing is recorded.\n");
      process.exit(128 + constants.signals[signal]);
    });
  }
}

/** Of this process and the EVM's. */
function cpuSecondsWith(evm: SimulationResult["evmUsage"]): number | null {
  const { user, system } = process.cpuUsage();
  return evm === null ? null : Math.round((user + system) / 1_000_000 + evm.cpuSeconds);
}

const program = new Command("npm run simulate --")
  .description(
    "Lets a network of stakers, nodes and wallets live on a local EVM, compares it with a model and all invariants every " +
      "week, and draws what happened. Ends with exit code 1 if anything deviates, or if a cost grows with the network. Without " +
      "options it takes about a minute.",
  )
  .option("-a, --accounts <number>", "how many accounts stake", wholeNumber(LEAST_ACCOUNTS, 100_000), 500)
  .option("-w, --weeks <number>", "how many weeks they do", wholeNumber(1, 1_000), 52)
  .option("-s, --seed <number>", "what all that looks random follows from", wholeNumber(0, 2 ** 27), 1)
  .option("-o, --out <folder>", "where the page and the record go", "simulation")
  .allowExcessArguments(false)
  .action(simulate);

program.parseAsync().then(
  // Nothing else may keep the process: connections to the EVM are gone with it.
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`\n${red("error:")} ${messageOf(error)}\n`);
    process.exit(1);
  },
);

/** Of what can be expected the message is enough. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const expected = ["Deviation", "AnvilError", "OutputError", "GrowthError"];
  return expected.includes(error.name) ? error.message : (error.stack ?? error.message);
}
