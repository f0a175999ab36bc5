import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { green, red } from "picocolors";
import { codeHash } from "./records/codeHash";
import { Progress } from "./simulation/Progress";
import { formatRecord, recordOf } from "./simulation/record";
import { formatSummary } from "./simulation/report/formatSummary";
import { renderPage } from "./simulation/report/renderPage";
import { runSimulation, type SimulationOptions, type SimulationResult } from "./simulation/runSimulation";

interface Options extends SimulationOptions {
  out: string;
}

/** An account is an operator or a staker; with fewer than these there is no committee of nodes to speak of. */
const LEAST_ACCOUNTS = 10;

function wholeNumber(least: number, most: number) {
  return (text: string) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

async function simulate({ out, ...run }: Options): Promise<void> {
  const started = Date.now();
  const progress = new Progress(process.stdout, run.weeks);
  let hash = "";
  const result = await runSimulation({
    ...run,
    onDeployed: () => {
      hash = codeHash();
      progress.start();
    },
    onWeek: (week) => {
      progress.advance(week);
    },
  }).finally(() => {
    progress.stop();
  });
  const record = recordOf({
    run,
    result,
    codeHash: hash,
    measured: {
      seconds: Math.round((Date.now() - started) / 1_000),
      simulationMemory: Math.round(process.resourceUsage().maxRSS / 1_024),
      cpuSeconds: cpuSecondsWith(result.evmUsage),
      evmMemory: result.evmUsage?.memory ?? null,
    },
  });
  mkdirSync(out, { recursive: true });
  const write = (name: string, content: string) => {
    const file = path.join(out, name);
    writeFileSync(file, content);
    process.stdout.write(`  ${green("✓")} ${path.relative(process.cwd(), file)}\n`);
  };
  process.stdout.write(`${formatSummary(record)}\n\n`);
  write("simulation.json", formatRecord(record));
  write("simulation.html", await renderPage(record));
}

/** Of this process and the EVM's. */
function cpuSecondsWith(evm: SimulationResult["evmUsage"]): number | null {
  const { user, system } = process.cpuUsage();
  return evm === null ? null : Math.round((user + system) / 1_000_000 + evm.cpuSeconds);
}

const program = new Command("npm run simulate --")
  .description(
    "Lets a network of stakers, nodes and wallets live on a local EVM, compares it with a model and all invariants every " +
      "week, and draws what happened. Ends with exit code 1 if anything deviates.",
  )
  .requiredOption("-a, --accounts <number>", "how many accounts stake", wholeNumber(LEAST_ACCOUNTS, 100_000))
  .requiredOption("-w, --weeks <number>", "how many weeks they do", wholeNumber(1, 1_000))
  .requiredOption("-s, --seed <number>", "what all that looks random follows from", wholeNumber(0, 2 ** 27))
  .option("-o, --out <folder>", "where the page and the record go", "simulation")
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
  return ["Deviation", "AnvilError"].includes(error.name) ? error.message : (error.stack ?? error.message);
}
