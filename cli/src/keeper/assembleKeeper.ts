import type { Wallet } from "ethers";
import type { Logger } from "pino";
import { connect, type Deployment } from "stakeweight-sdk";
import { EventLedger } from "./chain/EventLedger.js";
import type { Clock } from "./Clock.js";
import { allDuties } from "./duties/index.js";
import { Keeper } from "./Keeper.js";
import type { KeeperOptions } from "./KeeperOptions.js";
import type { Endpoint } from "./rpc/Endpoint.js";
import { FailoverProvider } from "./rpc/FailoverProvider.js";
import { Sender } from "./sending/Sender.js";
import { Health } from "./status/Health.js";
import { Metrics } from "./status/Metrics.js";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A round is overdue after so many intervals, and not before some minutes. */
const OVERDUE_INTERVALS = 5;
const OVERDUE_MS = 5 * MINUTE_MS;

/** A keeper with what it is watched by. */
export interface Assembled {
  keeper: Keeper;
  provider: FailoverProvider;
  health: Health;
  metrics: Metrics;
}

/** Puts a keeper together. Nothing is asked of any RPC yet. */
export async function assembleKeeper(parts: {
  endpoints: readonly Endpoint[];
  deployment: Deployment;
  wallet: Wallet;
  options: KeeperOptions;
  clock: Clock;
  /** From 0 up to 1. */
  random: () => number;
  log: Logger;
}): Promise<Assembled> {
  const { endpoints, deployment, options, clock, random, log } = parts;
  const { reorgDepth, graceMs } = options;
  const metrics = new Metrics();
  const provider = new FailoverProvider({
    endpoints,
    chainId: BigInt(deployment.chainId),
    terms: {
      requestTimeoutMs: options.requestTimeoutMs,
      rest: { baseMs: options.restMs, capMs: MINUTE_MS },
      head: { toleranceMs: options.headToleranceMs, reorgDepth },
    },
    clock,
    onFailure: ({ endpoint, kind, message }) => {
      metrics.rpcErrors.inc({ endpoint, kind });
      log.warn({ rpc: endpoint, kind }, message);
    },
  });
  const health = new Health({ clock, overdueMs: Math.max(OVERDUE_MS, OVERDUE_INTERVALS * options.intervalMs) });
  const wallet = parts.wallet.connect(provider);
  const keeper = new Keeper({
    connection: await connect({ runner: wallet, deployment }),
    provider,
    ledger: new EventLedger({ provider, deployment, reorgDepth }),
    sender: new Sender({ wallet, provider, terms: options, clock, log }),
    duties: allDuties,
    health,
    metrics,
    terms: {
      intervalMs: options.intervalMs,
      jitterMs: options.jitterMs,
      backoff: { baseMs: options.retryAfterMs, capMs: HOUR_MS },
      graceMs,
      lowBalance: options.lowBalance,
    },
    clock,
    random,
    log,
  });
  return { keeper, provider, health, metrics };
}
