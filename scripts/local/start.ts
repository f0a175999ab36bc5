import path from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { bold, dim, green, red } from "picocolors";
import { formatDate } from "../format/formatTime";
import { formatWct } from "../format/formatWct";
import { readScenario } from "../scenario/readScenario";
import { ScenarioMismatch } from "../scenario/ScenarioMismatch";
import { isPortFree } from "./isPortFree";
import type { Scenario } from "../scenario/types";
import type { LocalChain } from "./bindLocal";
import { MAX_SCENARIO_ACCOUNTS, operatorAccounts } from "./localAccounts";
import { localWallets, PERIOD_FUNDING, startBeforePeriodEnd } from "./localWallets";
import { HEAD_START, moveToPresent } from "./moveToPresent";
import { MEASURED_DAYS, NODES_TIME } from "./nodeDays";
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
  const { scenario, weeks } = moveToPresent(recorded, now() - NODES_TIME);
  const moved = weeks === 0 ? "" : `, moved ${count(Math.abs(weeks), "week")} ${weeks < 0 ? "back" : "on"}`;

  say(`\n${bold(scenario.name)} ${dim(`(${file})`)}`);
  say(
    `  ${count(scenario.accounts, "account")}, ${count(scenario.ops.length, "step")} from ${formatDate(scenario.start)}${moved}; ${MEASURED_DAYS} days of nodes follow up to the present\n`,
  );
  say(dim("  Compiling what changed, deploying, starting the node …"));
  const node = session.attach(
    startNode({
      port,
      chainStart: startBeforePeriodEnd({ start: scenario.start - HEAD_START, present: now() }),
      onStage: (stage) => {
        done(stageTexts[stage]);
      },
    }),
  );
  const ready = await node.ready;
  done(`node listens at ${node.url}`);

  // Only now: compiling may have renewed the typed bindings.
  const { connectLocal } = await import("./connectLocal");
  const local = connectLocal({ url: node.url, node: ready });
  const chapters = (async () => {
    await prepare(local, now());
    await replay(local, scenario, file);
    await liveThroughNodeDays(local, now());
    await payWallets(local, now());
    await connect(local, scenario, now);
  })();
  await Promise.race([chapters, failWhenEnded(node)]).finally(() => {
    local.close();
  });
  session.isUp = true;
  if (exit) return session.end(0);

  say(`\n${green("Up and running")} at ${node.url}. Ctrl-C ends it.\n`);
  await failWhenEnded(node);
}

/** Registers, certifies and funds wallets, long before their period is finalized. */
async function prepare(local: LocalChain, present: number): Promise<void> {
  const { prepareWallets } = await import("./prepareWallets");
  const { start, end } = await prepareWallets({ local, present });
  const certified = localWallets.filter(({ isCertified }) => isCertified).length;
  const dates = `${formatDate(Number(start))} to ${formatDate(Number(end))}`;
  done(
    `${count(localWallets.length, "wallet")} registered, ${certified} certified; ${formatWct(PERIOD_FUNDING)} WCT funded for ${dates}\n`,
  );
}

/** Replays the scenario and shows the stakers' weeks. */
async function replay(local: LocalChain, scenario: Scenario, file: string): Promise<void> {
  const { LiveDisplay } = await import("./LiveDisplay");
  const { formatReplayedStep } = await import("./formatReplayedStep");
  const { formatReport } = await import("./formatReport");
  const { runScenario } = await import("./runScenario");
  say(`${bold("Replay:")} one transaction per step, compared with the expected outcome (✗ refused, as expected)\n`);
  const display = new LiveDisplay(process.stdout, scenario.ops.length);
  const report = await runScenario({
    local,
    scenario,
    onStep: (replayed) => {
      // Time that passes is seen by the next step.
      if (replayed.step.op !== "warp") display.print(formatReplayedStep(replayed));
      display.advance(replayed.number, replayed.step.t);
    },
  })
    .finally(() => {
      display.stop();
    })
    .catch((error: unknown) => {
      throw error instanceof ScenarioMismatch ? new StartError(`${file}, ${error.message}`, { cause: error }) : error;
    });
  done(`${count(scenario.ops.length, "step")}, all as expected`);
  say(formatReport(report));
}

/** Lets the nodes live through their days up to the present, and shows what became of them. */
async function liveThroughNodeDays(local: LocalChain, present: number): Promise<void> {
  const { LiveDisplay } = await import("./LiveDisplay");
  const { formatNodes } = await import("./formatNodes");
  const { formatNodeStep } = await import("./formatNodeStep");
  const { planNodeDays } = await import("./nodeDays");
  const { readNodes } = await import("./readNodes");
  const { runNodes } = await import("./runNodes");
  const days = planNodeDays({ chainNow: await local.chain.now(), present });
  say(`\n${bold("Nodes:")} ${MEASURED_DAYS} days of simulated measurements, signed by a committee of seven\n`);
  const display = new LiveDisplay(process.stdout, days.steps.length);
  const steps = await runNodes({
    local,
    days,
    onStep: (step) => {
      display.print(formatNodeStep(step));
      display.advance(step.number, step.step.t);
    },
  }).finally(() => {
    display.stop();
  });
  done(`${count(steps.length, "step")} of ${count(operatorAccounts.length, "node")}`);
  say(formatNodes(await readNodes({ local, days, steps })));
}

/** Finalizes the wallets' last whole period, lets one claim, and shows who earned what. */
async function payWallets(local: LocalChain, present: number): Promise<void> {
  const { finalizeWallets } = await import("./finalizeWallets");
  const { formatWallets } = await import("./formatWallets");
  const { readWallets } = await import("./readWallets");
  const finalized = await finalizeWallets({ local, present });
  say(formatWallets(await readWallets({ local, finalized })));
}

/** Brings the clock to the present and tells how to connect. */
async function connect(local: LocalChain, scenario: Scenario, now: () => number): Promise<void> {
  const { arrive } = await import("./arrive");
  const { formatConnection } = await import("./formatConnection");
  say(formatConnection(await arrive({ local, now, scenarioAccounts: scenario.accounts })));
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
        "what stake weight and who was paid what, week by week, lets 25 nodes live through six days of measurements, " +
        "finalizes a wallet period, and stays up for wallets and scripts.",
    )
    .argument("[scenario]", "scenario file to replay (format: test/scenarios/README.md)", defaultScenario)
    .option("-p, --port <number>", `port of the node on ${LOCAL_HOST}`, parsePort, 8545)
    .option("--exit", "end after all that, with exit code 0 if every step went as expected")
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
  const expected = ["StartError", "ScenarioError", "NodeError", "ReplayError", "NodeRunError", "WalletRunError"];
  return expected.includes(error.name) ? error.message : (error.stack ?? error.message);
}

void main();
