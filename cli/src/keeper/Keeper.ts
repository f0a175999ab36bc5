import { formatEther } from "ethers";
import type { Logger } from "pino";
import { type Connection, verifyDeployment } from "stakeweight-sdk";
import { Backoff, type BackoffTerms } from "./Backoff.js";
import type { EventLedger } from "./chain/EventLedger.js";
import { type Snapshot, takeSnapshot } from "./chain/Snapshot.js";
import type { Clock } from "./Clock.js";
import type { Duty, Job } from "./duties/Duty.js";
import type { FailoverProvider } from "./rpc/FailoverProvider.js";
import { RpcFailure } from "./rpc/RpcFailure.js";
import type { Sender, Sent } from "./sending/Sender.js";
import type { Health } from "./status/Health.js";
import type { Metrics } from "./status/Metrics.js";
import { withoutAddresses } from "./withoutAddresses.js";

export interface KeeperTerms {
  /** From one round to the next, while there is nothing to do. */
  intervalMs: number;
  /** The longest wait before acting; each wait is a random part of it. */
  jitterMs: number;
  /** How long a job waits that was tried. */
  backoff: BackoffTerms;
  /** How long a transaction is still waited for when the keeper ends. */
  graceMs: number;
  /** Below it the account's balance is reported, in wei. */
  lowBalance: bigint;
}

export interface KeeperParts {
  connection: Connection;
  provider: FailoverProvider;
  ledger: EventLedger;
  sender: Sender;
  duties: readonly Duty[];
  health: Health;
  metrics: Metrics;
  terms: KeeperTerms;
  clock: Clock;
  /** From 0 up to 1. */
  random: () => number;
  log: Logger;
}

/** How a round ended. */
export type RoundResult = "idle" | "acted" | "failed";

/** From one round to the next, at least. */
const MIN_PAUSE_MS = 250;

/** For how long a node may be behind this keeper's own transactions. After it, the chain is another one. */
const LAG_MS = 60_000;

/**
 * Looks after its duties, round by round. It acts only on a head that can be true, and only where a simulation just before
 * shows that the transaction will do something. Several keepers need not know of each other: each waits for a random time
 * before it acts and looks again after it, so mostly the first one acts alone. If two collide all the same, the second
 * transaction is refused by the contract, or changes nothing; that costs its sender less than 40,000 gas.
 */
export class Keeper {
  readonly #parts: KeeperParts;
  readonly #backoff: Backoff;
  /** The block of the last own transaction, and when it was seen: a head below it does not show what is done. */
  #acted = { block: 0, at: 0 };
  /** What could not be looked after in this round, and why. */
  readonly #neglected = new Set<string>();
  /** Whether the RPC did not know yet, in this round, what this keeper did. */
  #isBehind = false;
  #isShortOfEther = false;
  #isSending = false;
  #areVerified = false;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    this.#backoff = new Backoff(parts.terms.backoff);
  }

  /** Works until `stop` is aborted; a transaction on its way is waited for, for a grace time. Never throws. */
  async run(stop: AbortSignal): Promise<void> {
    const { clock, log } = this.#parts;
    const ended = new AbortController();
    const onStop = () => {
      void this.#giveUpRequests(ended.signal);
    };
    stop.addEventListener("abort", onStop, { once: true });
    while (!stop.aborted) {
      const result = await this.round(stop);
      await clock.sleep(this.#pauseAfter(result), stop);
    }
    ended.abort();
    log.info("ended");
  }

  /** Works until there is nothing to do. Returns whether everything was looked after in the end. */
  async runOnce(stop: AbortSignal): Promise<boolean> {
    for (;;) {
      const result = await this.round(stop, { isAlone: true });
      if (result === "failed" || stop.aborted) return false;
      // Whatever the RPC says after the longest lag is taken for true, so that ends.
      if (this.#isBehind) await this.#parts.clock.sleep(MIN_PAUSE_MS, stop);
      else if (result === "idle") return this.#neglected.size === 0;
    }
  }

  /** What could not be looked after in the last round, and why. */
  get neglected(): readonly string[] {
    return [...this.#neglected];
  }

  /** One round, with the next RPC as long as one fails and there is another. Never throws. */
  async round(stop: AbortSignal, { isAlone = false } = {}): Promise<RoundResult> {
    const { provider, health, metrics, clock, log } = this.#parts;
    let result: RoundResult | RpcFailure;
    let tries = 0;
    do {
      provider.choose();
      result = await this.#tryRound(stop, isAlone);
      tries += 1;
    } while (
      result instanceof RpcFailure &&
      tries < provider.endpoints.length &&
      provider.readyAt <= clock.now() &&
      !stop.aborted
    );
    this.#backoff.prune(clock.now());
    for (const { name, isResting } of provider.endpoints) metrics.rpcResting.set({ endpoint: name }, isResting ? 1 : 0);
    if (stop.aborted) return "idle";
    if (result instanceof RpcFailure) {
      metrics.rounds.inc({ outcome: "failed" });
      // Once for each new trouble; the provider tells of each failure.
      const reason = result.message;
      if (health.report("rpc", reason)) log.warn({ reason }, "nothing is done until an RPC can be trusted");
      return "failed";
    }
    provider.praise();
    if (health.clear("rpc")) log.info({ rpc: provider.endpoint }, "the RPC can be trusted again");
    health.completedRound();
    metrics.rounds.inc({ outcome: "complete" });
    metrics.lastSuccess.set(clock.now() / 1000);
    return result;
  }

  async #tryRound(stop: AbortSignal, isAlone: boolean): Promise<"idle" | "acted" | RpcFailure> {
    try {
      return (await this.#lookAfterAll(stop, isAlone)) ? "acted" : "idle";
    } catch (error) {
      // What else goes wrong while the chain is read is the RPC's fault, too: it rests, like after any other failure.
      return RpcFailure.in(error) ?? this.#parts.provider.distrust("answer", shortOf(error));
    }
  }

  async #lookAfterAll(stop: AbortSignal, isAlone: boolean): Promise<boolean> {
    const { duties, sender, provider, metrics } = this.#parts;
    const isStopped = () => stop.aborted;
    const isShort = () => this.#isShortOfEther;
    let hasActed = false;
    this.#neglected.clear();
    this.#isBehind = false;
    this.#isShortOfEther = false;
    await this.#verifyContracts();
    let snapshot = await this.#look();
    this.#judgeBalance(await provider.getBalance(sender.address));
    for (const duty of duties) {
      if (isStopped() || !snapshot) break;
      let jobs = await this.#find(duty, snapshot);
      metrics.due.set({ duty: duty.name }, jobs.length);
      if (jobs.some((job) => !this.#isReady(job))) this.#neglected.add(`${duty.name}: a job waits for its next try`);
      if (!jobs.some((job) => this.#isReady(job))) continue;
      if (!isAlone) {
        snapshot = await this.#lookLater(stop);
        if (isStopped() || !snapshot) break;
        jobs = await this.#find(duty, snapshot);
      }
      const tried = jobs.filter((job) => this.#isReady(job));
      const { endpoint } = provider;
      for (const job of tried) {
        // Another RPC took over while a transaction was waited for: its head is judged before anything is simulated on it.
        if (isStopped() || provider.endpoint !== endpoint) break;
        hasActed = (await this.#do(duty, job, stop)) || hasActed;
      }
      if (tried.length !== 0 && !isStopped()) snapshot = await this.#look();
    }
    if (!isShort()) this.#parts.health.clear("gas");
    return hasActed;
  }

  /** Once: what is called is what was deployed. */
  async #verifyContracts(): Promise<void> {
    const { provider, connection } = this.#parts;
    if (this.#areVerified) return;
    await verifyDeployment({ provider, deployment: connection.deployment });
    this.#areVerified = true;
  }

  /** Waits a random while, in which another keeper may have done the job, and looks again. */
  async #lookLater(stop: AbortSignal): Promise<Snapshot | undefined> {
    const { clock, random, terms } = this.#parts;
    await clock.sleep(random() * terms.jitterMs, stop);
    return stop.aborted ? undefined : this.#look();
  }

  /** The newest state; undefined if the node does not know yet what this keeper did. */
  async #look(): Promise<Snapshot | undefined> {
    const { metrics, clock, log } = this.#parts;
    const snapshot = await takeSnapshot(this.#parts);
    const { number, timestamp } = snapshot.head;
    metrics.headBlock.set(number);
    metrics.headAge.set(clock.now() / 1000 - timestamp);
    const { block, at } = this.#acted;
    if (number >= block || clock.now() - at > LAG_MS) return snapshot;
    this.#isBehind = true;
    log.debug({ head: number, acted: block }, "the RPC is behind the last transaction");
    return undefined;
  }

  /** A duty that cannot be looked after does not keep the others from it. */
  async #find(duty: Duty, snapshot: Snapshot): Promise<Job[]> {
    const { health, log } = this.#parts;
    const concern = `duty ${duty.name}`;
    try {
      const jobs = await duty.find(snapshot);
      health.clear(concern);
      return jobs;
    } catch (error) {
      if (RpcFailure.in(error)) throw error;
      const reason = shortOf(error);
      this.#neglected.add(`${duty.name}: ${reason}`);
      if (health.report(concern, `${duty.name}: ${reason}`))
        log.error({ duty: duty.name, reason }, "cannot look after it");
      return [];
    }
  }

  /** Whether it has to be looked at again: something was mined, or another was faster. */
  async #do(duty: Duty, job: Job, stop: AbortSignal): Promise<boolean> {
    const { connection, clock, metrics } = this.#parts;
    let gas: bigint;
    const call = job.prepare(connection);
    try {
      const result = await call.simulate();
      if (job.isIdle?.(result)) {
        this.#conclude(duty, job, "idle");
        return true;
      }
      gas = await call.estimateGas();
    } catch (error) {
      if (RpcFailure.in(error)) throw error;
      this.#conclude(duty, job, "refused", { reason: shortOf(error) });
      return true;
    }
    const sent = await this.#send({ to: call.to, data: call.data, gas }, stop);
    const isMined = "receipt" in sent;
    if (isMined) {
      this.#acted = { block: sent.receipt.blockNumber, at: clock.now() };
      metrics.gasUsed.inc({ duty: duty.name }, Number(sent.receipt.gasUsed));
      metrics.lastSuccess.set(clock.now() / 1000);
    }
    this.#conclude(duty, job, sent.outcome, detailsOf(sent));
    return isMined || sent.outcome === "superseded";
  }

  async #send(request: { to: string; data: string; gas: bigint }, stop: AbortSignal): Promise<Sent> {
    this.#isSending = true;
    try {
      return await this.#parts.sender.send(request, stop);
    } finally {
      this.#isSending = false;
    }
  }

  /** Counts and tells what became of a job, and lets it wait if it is not the account's or the fees' fault. */
  #conclude(duty: Duty, job: Job, outcome: Sent["outcome"] | "refused", details: Record<string, unknown> = {}): void {
    const { metrics, health, log, clock } = this.#parts;
    metrics.actions.inc({ duty: duty.name, outcome });
    const fields = { duty: duty.name, job: job.key, outcome, ...details };
    switch (outcome) {
      case "done":
        // Also then: only a node that lies, or a reorganization, brings the same job up again.
        this.#backoff.failed(job.key, clock.now());
        log.info(fields, "done");
        return;
      case "idle":
      case "reverted":
      case "refused": {
        // Usually another keeper was faster. It is not if it comes again.
        const isRepeated = this.#backoff.failed(job.key, clock.now()) > 1;
        log[isRepeated ? "warn" : "debug"](fields, isRepeated ? "refused again" : "nothing left to do");
        return;
      }
      case "rejected":
        this.#backoff.failed(job.key, clock.now());
        this.#neglected.add(`${duty.name}: ${outcome}`);
        log.warn(fields, "the RPC does not take the transaction");
        return;
      case "unaffordable":
        this.#isShortOfEther = true;
        this.#neglected.add(`${duty.name}: ${outcome}`);
        if (health.report("gas", "the account cannot pay for a transaction")) log.error(fields, "no ether for gas");
        return;
      case "tooExpensive":
      case "pending":
        this.#neglected.add(`${duty.name}: ${outcome}`);
        log.warn(fields, outcome === "pending" ? "a transaction is still not mined" : "the fees are above the cap");
        return;
      case "busy":
        this.#neglected.add(`${duty.name}: ${outcome}`);
        log.info(fields, "another transaction of the account is on its way");
        return;
      case "superseded":
        // Mostly it is the same job, of another keeper with this account. A node that only says so is not asked again at once.
        this.#backoff.failed(job.key, clock.now());
        log.info(fields, "another transaction of the account came first");
    }
  }

  #isReady(job: Job): boolean {
    return this.#backoff.isReady(job.key, this.#parts.clock.now());
  }

  #judgeBalance(balance: bigint): void {
    const { metrics, health, log, terms, sender } = this.#parts;
    metrics.balance.set(Number(formatEther(balance)));
    if (balance >= terms.lowBalance) {
      health.clear("account");
      return;
    }
    const left = `the account has ${formatEther(balance)} ether left for gas`;
    if (health.report("account", left)) log.warn({ account: sender.address }, left);
  }

  #pauseAfter(result: RoundResult): number {
    const { provider, clock, terms } = this.#parts;
    if (result === "idle") return terms.intervalMs;
    if (result === "acted") return Math.min(MIN_PAUSE_MS, terms.intervalMs);
    return Math.max(MIN_PAUSE_MS, Math.min(terms.intervalMs, provider.readyAt - clock.now()));
  }

  /** When it ends: at once, unless a transaction is on its way. */
  async #giveUpRequests(ended: AbortSignal): Promise<void> {
    const { clock, provider, terms, log } = this.#parts;
    log.info(this.#isSending ? "ending, once the transaction on its way is mined" : "ending");
    if (this.#isSending) await clock.sleep(terms.graceMs, ended);
    provider.stop();
  }
}

function detailsOf(sent: Sent): Record<string, unknown> {
  if ("receipt" in sent) {
    const { hash, blockNumber, gasUsed } = sent.receipt;
    return { hash, block: blockNumber, gasUsed: gasUsed.toString() };
  }
  return "reason" in sent ? { reason: sent.reason } : {};
}

/** What a person needs of an error: ethers appends whole requests. */
function shortOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { shortMessage } = error as { shortMessage?: unknown };
  const message = typeof shortMessage === "string" ? shortMessage : error.message;
  return withoutAddresses(message, 300);
}
