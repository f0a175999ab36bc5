import { readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { getAddress, isAddress } from "ethers";
import { bold, dim, red } from "picocolors";
import { formatWct } from "./format/formatWct";
import { chooseSigner, connect } from "./migration/connect";
import { describeFailure } from "./migration/describeFailure";
import { count, formatMigration, formatObstacles, formatPlan, formatSimulated } from "./migration/formatMigration";
import { migrate } from "./migration/migrate";
import { MigrationDisplay } from "./migration/MigrationDisplay";
import { MigrationError } from "./migration/MigrationError";
import { parseAccounts } from "./migration/parseAccounts";
import type { Plan } from "./migration/planMigration";
import { readDeployment, readRecordedChainId } from "./migration/readDeployment";
import { UsageError } from "./migration/UsageError";
import { writeReport } from "./migration/writeReport";

interface Options {
  dryRun?: true;
  rpc?: string;
  network: string;
  legacy?: string;
  stakeWeight?: string;
  batchSize: number;
  fromBlock?: number;
  accounts?: string;
  report?: string;
  yes?: true;
}

const DEFAULT_REPORT = "migration-report.json";

/** Of everything that can be wrong with how the script is called. */
const USAGE_EXIT_CODE = 2;

const say = (text: string) => process.stdout.write(`${text}\n`);

function parseWholeNumber(least: number, most: number) {
  return (text: string): number => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return number;
  };
}

function parseAddress(text: string): string {
  if (!isAddress(text)) throw new InvalidArgumentError("It must be an address.");
  return getAddress(text);
}

function parseUrl(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new InvalidArgumentError("It must be an http(s) URL.");
  return text;
}

/** The RPC of a network is named like in the Hardhat configuration: optimismSepolia by OPTIMISM_SEPOLIA_RPC_URL. */
function rpcOf({ rpc, network }: Options): string {
  if (rpc !== undefined) return rpc;
  if (network === "localhost") return process.env.LOCAL_RPC_URL ?? "http://127.0.0.1:8545";
  const variable = `${network.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_RPC_URL`;
  const url = process.env[variable];
  if (url === undefined) throw new UsageError(`no RPC for ${network}: give one with --rpc, or in ${variable}`);
  if (!URL.canParse(url)) throw new UsageError(`the environment variable ${variable} is not a URL`);
  return url;
}

function readAccounts(file: string): string[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new UsageError(`${file} cannot be read (${(cause as NodeJS.ErrnoException).code ?? String(cause)})`, {
      cause,
    });
  }
  return parseAccounts({ file, text });
}

/** Addresses as given, else as recorded; what is recorded has to be of the chain that is talked to. */
function findContracts(options: Options) {
  // As Hardhat's configuration has it.
  const records = process.env.DEPLOYMENTS_FOLDER ?? path.join(__dirname, "..", "deployments");
  const folder = path.relative(process.cwd(), path.join(records, options.network));
  const find = (address: string | undefined, name: string, option: string) =>
    address === undefined ? readDeployment({ folder, name, option }) : { address, block: undefined };
  const missing: string[] = [];
  const collect = <T>(action: () => T): T | undefined => {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      missing.push(error.message);
      return undefined;
    }
  };
  const legacy = collect(() => find(options.legacy, "LegacyStakeWeight", "--legacy"));
  const stakeWeight = collect(() => find(options.stakeWeight, "StakeWeight", "--stake-weight"));
  if (!legacy || !stakeWeight) throw new UsageError(missing.join("\n"));
  const isRecorded = options.legacy === undefined || options.stakeWeight === undefined;
  return { folder, legacy, stakeWeight, recordedChainId: isRecorded ? readRecordedChainId(folder) : undefined };
}

async function confirm(plan: Plan): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const amount = `${count(plan.batches.flat().length, "lock")} with ${formatWct(plan.amount)} WCT`;
  const answer = await terminal.question(`\nMove ${amount}? Type yes to go on: `);
  terminal.close();
  return answer.trim() === "yes";
}

async function run(options: Options): Promise<number> {
  const { dryRun } = options;
  const { folder, legacy, stakeWeight, recordedChainId } = findContracts(options);
  const accounts = options.accounts === undefined ? [] : readAccounts(options.accounts);
  if (!dryRun && !options.yes && !process.stdin.isTTY) {
    throw new UsageError("nobody to ask for a confirmation: use --yes, or --dry-run");
  }
  const url = rpcOf(options);
  const connection = await connect(url);
  const { provider, chainId, host } = connection;
  try {
    if (recordedChainId !== undefined && recordedChainId !== chainId) {
      throw new UsageError(
        `${folder} is of chain ${recordedChainId}, the RPC at ${host} serves chain ${chainId}: correct --network or --rpc`,
      );
    }
    const signer = dryRun ? undefined : await chooseSigner(connection, process.env.MIGRATOR_PRIVATE_KEY);
    say(`\n${bold(dryRun ? "Migration of legacy locks, a dry run" : "Migration of legacy locks")}`);
    say(`  chain ${chainId} by ${host}, from ${legacy.address} to ${stakeWeight.address}`);
    if (signer) say(`  sent by ${await signer.getAddress()}`);
    say("");
    const display = new MigrationDisplay(process.stdout);
    const report = await migrate({
      provider,
      signer,
      addresses: { legacy: legacy.address, stakeWeight: stakeWeight.address },
      fromBlock: options.fromBlock ?? legacy.block ?? 0,
      historyFrom: stakeWeight.block,
      accounts,
      batchSize: options.batchSize,
      confirm: options.yes ? undefined : confirm,
      listener: {
        onProgress: (progress) => {
          display.progress(progress);
        },
        onPlan: (plan, obstacles) => {
          say(formatPlan(plan));
          if (dryRun) say(formatObstacles(obstacles));
        },
        onSent: (batch) => {
          display.sent(batch);
        },
        onVerified: (result, total) => {
          display.verified(result, total);
        },
      },
    }).finally(() => {
      display.stop();
    });
    if (dryRun) say(formatSimulated(report.run.simulated));
    say(formatMigration(report));
    // A dry run must not replace the report of a migration unasked.
    const file = options.report ?? (dryRun ? undefined : DEFAULT_REPORT);
    if (file !== undefined) {
      writeReport(file, report);
      say(dim(`\n  Report: ${file}`));
    }
    const failedDryRun = report.stopped !== null || report.run.simulated.some(({ failure }) => failure !== undefined);
    return (dryRun ? failedDryRun : !report.complete) ? 1 : 0;
  } finally {
    provider.destroy();
  }
}

async function main(): Promise<void> {
  const program = new Command("npm run migrate --")
    .description(
      "Moves the locks of the legacy StakeWeight to StakeWeight, in batches, and verifies every one. Can be stopped at any " +
        "time: everything is read back from the chain, and the next run goes on. Sends from the account of the " +
        "environment variable MIGRATOR_PRIVATE_KEY; any account with ether will do.",
    )
    .option("--dry-run", "tell what would be done, and what is missing; needs no key and sends nothing")
    .option("--rpc <url>", "RPC of the chain; else LOCAL_RPC_URL, OPTIMISM_RPC_URL, …, by the network", parseUrl)
    .option("--network <name>", "network whose folder in deployments/ tells the addresses", "localhost")
    .option("--legacy <address>", "proxy of the legacy StakeWeight; else LegacyStakeWeight.json", parseAddress)
    .option("--stake-weight <address>", "StakeWeight; else StakeWeight.json", parseAddress)
    .option("--batch-size <number>", "locks per transaction", parseWholeNumber(1, 300), 100)
    .option(
      "--from-block <number>",
      "where the legacy contract's events begin; else where its record says, or 0",
      parseWholeNumber(0, Number.MAX_SAFE_INTEGER),
    )
    .option("--accounts <file>", "owners that no event tells: a JSON array, or one address per line")
    .option("--report <file>", `where the report goes (default: ${DEFAULT_REPORT}; of a dry run: nowhere)`)
    .option("--yes", "do not ask before the first transaction")
    .allowExcessArguments(false)
    .exitOverride()
    .action(async (options: Options) => {
      process.exitCode = await run(options);
    });
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = tell(error);
  }
}

/** Tells an error and returns the exit code for it. */
function tell(error: unknown): number {
  // Commander has told its own.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_EXIT_CODE;
  const isExpected = error instanceof MigrationError;
  const message = isExpected
    ? error.message
    : `${describeFailure(error)}\nNothing is lost: run it again, and it goes on where it stopped.`;
  process.stderr.write(`\n${red("error:")} ${message}\n`);
  return error instanceof UsageError ? USAGE_EXIT_CODE : 1;
}

void main();
