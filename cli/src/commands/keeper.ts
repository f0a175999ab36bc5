import { InvalidArgumentError, Option } from "commander";
import { parseUnits } from "ethers";
import pino from "pino";
import { collectDefaultMetrics } from "prom-client";
import { readDeployment } from "../connection/readDeployment.js";
import type { Context } from "../Context.js";
import { UsageError } from "../errors/UsageError.js";
import { type Assembled, assembleKeeper } from "../keeper/assembleKeeper.js";
import { systemClock } from "../keeper/Clock.js";
import { findChain } from "../keeper/findChain.js";
import { IncompleteRoundError } from "../keeper/IncompleteRoundError.js";
import { keeperOptionsSchema } from "../keeper/KeeperOptions.js";
import { Endpoint } from "../keeper/rpc/Endpoint.js";
import { serveStatus } from "../keeper/status/serveStatus.js";
import { watchSignals } from "../keeper/watchSignals.js";
import { findKey } from "../keys/findKey.js";
import { formatTable } from "../output/formatTable.js";
import { version } from "../version.js";
import { act } from "./act.js";
import type { AddCommand } from "./AddCommand.js";
import { examples } from "./examples.js";

interface Options {
  interval: number;
  jitter: number;
  timeout: number;
  headTolerance?: number;
  maxFee: bigint;
  port: number;
  once?: true;
  logLevel: string;
}

const logLevels = ["debug", "info", "warn", "error"];

/** On chains that mine only when somebody sends something, a head may stand for as long as it likes. */
const LOCAL_CHAIN = 31337;

/** `keeper`: a process that looks after weeks, nodes and slashes. */
export const addKeeper: AddCommand = (parent, surroundings) => {
  const command = parent
    .command("keeper")
    .summary("close weeks, release and call up nodes, execute slashes, for as long as it runs")
    .description(
      "Closes weeks, releases and calls up nodes, and executes due slashes, whenever there is something to do.\n" +
        "Sends only what a simulation shows to succeed. Several keepers may run side by side.\n" +
        "Logs JSON to standard error; /health and /metrics are on 127.0.0.1. SIGTERM ends it.",
    )
    .option("--interval <seconds>", "from one look to the next", seconds(0.1), 30)
    .option(
      "--jitter <seconds>",
      "the longest random wait before acting, so that keepers rarely collide",
      seconds(0),
      15,
    )
    .option("--timeout <seconds>", "how long a node may take to answer", seconds(0.001), 8)
    .option(
      "--head-tolerance <minutes>",
      "how far the head may be from the clock and how long it may stand still, 0 for any (default: 10, on the local chain 0)",
      seconds(0),
    )
    .addOption(
      new Option("--max-fee <gwei>", "the most to offer per gas").argParser(parseGwei).default(parseGwei("100"), "100"),
    )
    .option("--port <number>", "of /health and /metrics, 0 for any free one", parsePort, 9464)
    .option("--once", "do what there is to do, and end")
    .option("--log-level <level>", logLevels.join(", "), parseLogLevel, "info")
    .addHelpText(
      "after",
      examples(
        "keeper --keystore keeper --password-file keeper.password",
        "keeper --rpc https://one.example/key --rpc https://two.example --chain 10 --keystore keeper",
        "keeper --once --json --keystore keeper",
      ),
    );
  act<Options>(command, surroundings, async (context, { options }) => {
    const { settings } = context;
    const key = await findKey(settings, surroundings);
    if (!key) {
      throw new UsageError(
        "nobody to sign: give --keystore FILE|NAME, or set STAKEWEIGHT_KEYSTORE or STAKEWEIGHT_PRIVATE_KEY",
      );
    }
    const { rpc, chain } = settings;
    const given = settings.deployment === undefined ? undefined : await readDeployment(settings.deployment);
    const deployment = await findChain({ rpc, chain, deployment: given, timeoutMs: Math.ceil(options.timeout * 1000) });
    const wallet = await key.open();
    const log = pino(
      { name: "keeper", level: options.logLevel, timestamp: pino.stdTimeFunctions.isoTime, base: { name: "keeper" } },
      surroundings.stderr,
    );
    const assembled = await assembleKeeper({
      endpoints: rpc.map((url) => new Endpoint(url)),
      deployment,
      wallet,
      options: keeperOptionsSchema.parse({
        intervalMs: options.interval * 1000,
        jitterMs: options.jitter * 1000,
        requestTimeoutMs: options.timeout * 1000,
        headToleranceMs: (options.headTolerance ?? (deployment.chainId === LOCAL_CHAIN ? 0 : 10)) * 60_000,
        maxFeePerGas: options.maxFee,
      }),
      clock: systemClock,
      random: Math.random,
      log,
    });
    const signals = watchSignals(process, (code) => process.exit(code));
    try {
      const about = { version, chain: deployment.chainId, account: wallet.address };
      if (options.once) await lookOnce(context, assembled, signals.signal);
      else await keepOn({ assembled, port: options.port, stop: signals.signal, log, about });
    } finally {
      signals.end();
      assembled.provider.destroy();
    }
  });
};

async function lookOnce(context: Context, { keeper, metrics, health }: Assembled, stop: AbortSignal): Promise<void> {
  const isComplete = await keeper.runOnce(stop);
  const { values } = await metrics.actions.get();
  const actions = values.map(({ labels, value }) => ({ duty: labels.duty, outcome: labels.outcome, count: value }));
  const { output } = context;
  output.data({ isComplete, actions }, () =>
    actions.length === 0
      ? "Nothing to do."
      : formatTable(
          ["Duty", "Outcome", { name: "Count", align: "right" }],
          actions.map(({ duty, outcome, count }) => [String(duty), String(outcome), String(count)]),
          output.colors,
        ),
  );
  if (!isComplete && !stop.aborted) {
    throw new IncompleteRoundError([...new Set([...health.now.reasons, ...keeper.neglected])]);
  }
}

async function keepOn(options: {
  assembled: Assembled;
  port: number;
  stop: AbortSignal;
  log: pino.Logger;
  about: { version: string; chain: number; account: string };
}): Promise<void> {
  const { assembled, stop, log, about } = options;
  const { keeper, provider, health, metrics } = assembled;
  collectDefaultMetrics({ register: metrics.registry });
  const server = await serveStatus({
    port: options.port,
    health: () => ({ ...health.now, ...about, rpc: provider.endpoint, rpcs: provider.endpoints }),
    metrics: async () => {
      metrics.healthy.set(health.now.status === "ok" ? 1 : 0);
      return { contentType: metrics.registry.contentType, text: await metrics.registry.metrics() };
    },
  });
  log.info({ ...about, rpcs: provider.endpoints.map(({ name }) => name), port: server.port }, "started");
  try {
    await keeper.run(stop);
  } finally {
    await server.close();
  }
}

function seconds(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === "" || !Number.isFinite(value) || value < least) {
      throw new InvalidArgumentError(`It must be a number of at least ${least}.`);
    }
    return value;
  };
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError("It must be a number from 0 to 65535.");
  return port;
}

function parseGwei(text: string): bigint {
  let fee: bigint;
  try {
    fee = parseUnits(text, "gwei");
  } catch {
    fee = 0n;
  }
  if (fee <= 0n) throw new InvalidArgumentError("It must be a number of gwei above 0.");
  return fee;
}

function parseLogLevel(text: string): string {
  if (!logLevels.includes(text)) throw new InvalidArgumentError(`It must be one of ${logLevels.join(", ")}.`);
  return text;
}
