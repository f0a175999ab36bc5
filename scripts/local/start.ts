import path from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { bold, dim, green, red } from "picocolors";
import { formatDate } from "../format/formatTime";
import { readScenario } from "../scenario/readScenario";
import { ScenarioMismatch } from "../scenario/ScenarioMismatch";
import { isPortFree } from "./isPortFree";
import { MAX_SCENARIO_ACCOUNTS } from "./localAccounts";
import { HEAD_START, moveToPresent } from "./moveToPresent";
import { LOCAL_HOST, type LocalNode, startNode } from "./startNode";

/** A request that cannot be met; its message is all that the user needs. */
class StartError extends Error {
  override readonly name = "StartError";
}

interface Options {
  port: number;
  exit?: true;
}

const defaultScenario = path.relative(process.cwd(), path.join(__dirname, "scenario.json"));

const stageTexts = { compiled: "contracts compiled", deployed: "contracts deployed by the deploy scripts" };

const say = (text: string) => process.stdout.write(`${text}\n`);
const done = (text: string) => {
  say(`  ${green("✓")} ${text}`);
};

/** "1 step", "2 steps". */
function count(amount: number, what: string): string {
  return `${amount} ${what}${amount === 1 ? "" : "s"}`;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new InvalidArgumentError("It must be a number from 1 to 65535.");
  }
  return port;
}

/** Until when the node runs: a signal, or its own end. */
class Session {
  #node: LocalNode | undefined;
  #stopping = false;
  /** Whether everything that was asked for is done, so that ending is no failure. */
  isUp = false;

  get stopping(): boolean {
    return this.#stopping;
  }

  attach(node: LocalNode): LocalNode {
    this.#node = node;
    return node;
  }

  async end(exitCode: number): Promise<never> {
    this.#stopping = true;
    await this.#node?.stop();
    process.exit(exitCode);
  }
}

async function start(file: string, { port, exit }: Options, session: Session): Promise<void> {
  const recorded = readScenario(file);
  if (recorded.accounts > MAX_SCENARIO_ACCOUNTS) {
    throw new StartError(`${file}: ${recorded.accounts} accounts, a local chain has ${MAX_SCENARIO_ACCOUNTS} to spare`);
  }
  if (!(await isPortFree(LOCAL_HOST, port))) {
    throw new StartError(`port ${port} is in use: stop what listens there, or choose another with --port`);
  }
  const now = () => Math.floor(Date.now() / 1000);
  const { scenario, weeks } = moveToPresent(recorded, now());
  const moved =
    weeks === 0 ? "" : `, moved ${count(Math.abs(weeks), "week")} ${weeks < 0 ? "back" : "on"} to end at the present`;

  say(`\n${bold(scenario.name)} ${dim(`(${file})`)}`);
  say(
    `  ${count(scenario.accounts, "account")}, ${count(scenario.ops.length, "step")} from ${formatDate(scenario.start)}${moved}\n`,
  );
  say(dim("  Compiling what changed, deploying, starting the node …"));
  const node = session.attach(
    startNode({
      port,
      chainStart: scenario.start - HEAD_START,
      onStage: (stage) => {
        done(stageTexts[stage]);
      },
    }),
  );
  const ready = await node.ready;
  done(`node listens at ${node.url}\n`);

  // Only now: compiling may have renewed the typed bindings.
  const { ReplayDisplay } = await import("./ReplayDisplay");
  const { formatConnection } = await import("./formatConnection");
  const { formatReport } = await import("./formatReport");
  const { runScenario } = await import("./runScenario");
  say(`${bold("Replay:")} one transaction per step, compared with the expected outcome (✗ refused, as expected)\n`);
  const display = new ReplayDisplay(process.stdout, scenario.ops.length);
  const run = runScenario({
    url: node.url,
    node: ready,
    scenario,
    now,
    onStep: (replayed) => {
      display.show(replayed);
    },
  }).finally(() => {
    display.stop();
  });
  const { report, connection } = await Promise.race([run, failWhenEnded(node)]).catch((error: unknown) => {
    throw error instanceof ScenarioMismatch ? new StartError(`${file}, ${error.message}`, { cause: error }) : error;
  });
  done(`${count(scenario.ops.length, "step")}, all as expected`);
  say(formatReport(report));
  say(formatConnection(connection));
  session.isUp = true;
  if (exit) return session.end(0);

  say(`\n${green("Up and running")} at ${node.url}. Ctrl-C ends it.\n`);
  await failWhenEnded(node);
}

async function failWhenEnded(node: LocalNode): Promise<never> {
  throw await node.ended;
}

async function main(): Promise<void> {
  const session = new Session();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      say("\nStopping the node.");
      void session.end(session.isUp ? 0 : 130);
    });
  }
  const program = new Command("npm start --")
    .description(
      "Starts a local chain with the contracts deployed, replays a scenario on it as transactions, shows who held " +
        "what stake weight and who was paid what, week by week, and stays up for wallets and scripts.",
    )
    .argument("[scenario]", "scenario file to replay (format: test/scenarios/README.md)", defaultScenario)
    .option("-p, --port <number>", `port of the node on ${LOCAL_HOST}`, parsePort, 8545)
    .option("--exit", "end after the replay, with exit code 0 if every step went as expected")
    .action(async (file: string, options: Options) => {
      try {
        await start(file, options, session);
      } catch (error) {
        if (session.stopping) return;
        process.stderr.write(`\n${red("error:")} ${messageOf(error)}\n`);
        await session.end(1);
      }
    });
  await program.parseAsync();
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Of what can be expected the message is enough. By name: some of these classes are loaded late.
  const expected = ["StartError", "ScenarioError", "NodeError", "ReplayError"];
  return expected.includes(error.name) ? error.message : (error.stack ?? error.message);
}

void main();
