import { isError, type Provider, Transaction, type TransactionReceipt, type Wallet } from "ethers";
import type { Logger } from "pino";
import { withGasRoom } from "stakeweight-sdk";
import type { Clock } from "../Clock.js";
import type { FailoverProvider } from "../rpc/FailoverProvider.js";
import { RpcFailure } from "../rpc/RpcFailure.js";
import { withoutAddresses } from "../withoutAddresses.js";
import { capped, type Fees, firstFees, outbid, raised } from "./fees.js";

export interface SendingTerms {
  /** The most to offer per gas, in wei. */
  maxFeePerGas: bigint;
  /** How often to look for the receipt. */
  pollMs: number;
  /** After how long a transaction is replaced by one that offers more. */
  replaceAfterMs: number;
  /** After how long nobody waits any longer; the next transaction takes its nonce. */
  giveUpAfterMs: number;
  /** How long a transaction is still waited for when the keeper ends. */
  graceMs: number;
}

/** What became of a transaction. */
export type Sent =
  /** It changed something. */
  | { outcome: "done"; receipt: TransactionReceipt }
  /** Mined, refused by the contract or without effect: another was faster. */
  | { outcome: "reverted" | "idle"; receipt: TransactionReceipt }
  /** Not sent: an earlier transaction of the account is not mined yet. */
  | { outcome: "busy" }
  /** Not sent: it would cost more than the cap allows. */
  | { outcome: "tooExpensive" }
  /** Not sent: the account cannot pay for it. */
  | { outcome: "unaffordable" }
  /** Another transaction of the account took its nonce. */
  | { outcome: "superseded" }
  /** The node does not take it. */
  | { outcome: "rejected"; reason: string }
  /** Nobody waits for it any longer. */
  | { outcome: "pending" };

/** A transaction to be sent. */
export interface Request {
  to: string;
  data: string;
  gas: bigint;
}

interface Attempt {
  hash: string;
  raw: string;
  fees: Fees;
  /** Whether a node has had its say about it. */
  isTaken: boolean;
}

/** What is left of a transaction that was neither mined nor superseded. */
interface Open {
  nonce: number;
  fees: Fees;
}

/** When the keeper was told to end, in milliseconds. */
interface Stopped {
  at?: number;
}

/**
 * Sends transactions of one account, one after the other. All tries of a transaction carry one nonce, so one of them is mined
 * at most; a try is signed, and its hash known, before any node sees it, so that an answer that never came loses nothing.
 */
export class Sender {
  readonly #wallet: Wallet;
  readonly #provider: FailoverProvider;
  readonly #terms: SendingTerms;
  readonly #clock: Clock;
  readonly #log: Logger;
  /** Of this process: given up, and its nonce is still free. */
  #open: Open | undefined;
  /** Of another process with this account, or an earlier one: since when its nonce is taken, and what did not outbid it. */
  #foreign: { nonce: number; since: number; fees?: Fees } | undefined;

  constructor(options: {
    /** The account, connected to nothing or to the provider. */
    wallet: Wallet;
    provider: FailoverProvider;
    terms: SendingTerms;
    clock: Clock;
    log: Logger;
  }) {
    this.#wallet = options.wallet;
    this.#provider = options.provider;
    this.#terms = options.terms;
    this.#clock = options.clock;
    this.#log = options.log;
  }

  get address(): string {
    return this.#wallet.address;
  }

  /** Throws {@link RpcFailure} as long as no node has seen the transaction. */
  async send(request: Request, stop: AbortSignal): Promise<Sent> {
    const { address } = this.#wallet;
    const [nonce, pendingNonce, balance, suggested] = await Promise.all([
      this.#provider.getTransactionCount(address, "latest"),
      this.#provider.getTransactionCount(address, "pending"),
      this.#provider.getBalance(address),
      suggestFees(this.#provider),
    ]);
    if (this.#open && this.#open.nonce < nonce) this.#open = undefined;
    if (this.#foreign && this.#foreign.nonce < nonce) this.#foreign = undefined;
    const isTaken = pendingNonce > nonce || this.#foreign?.fees !== undefined;
    if (!this.#open && isTaken && this.#isForeignFresh(nonce)) return { outcome: "busy" };
    if (stop.aborted) return { outcome: "busy" };

    const replaced = this.#open?.fees ?? this.#foreign?.fees;
    const wanted = replaced ? outbid(replaced, suggested.fees) : suggested.fees;
    const least = replaced ? raised(replaced.maxFeePerGas) : suggested.least;
    const fees = capped(wanted, { cap: this.#terms.maxFeePerGas, least });
    if (!fees) return { outcome: "tooExpensive" };
    const gasLimit = withGasRoom(request.gas);
    if (balance < gasLimit * fees.maxFeePerGas) return { outcome: "unaffordable" };
    const sign = (offered: Fees) =>
      this.#sign(request, { nonce, gasLimit, fees: offered, isLegacy: suggested.isLegacy });
    // Told at once, and not by the next look: one that is not answered takes its time.
    const stopped: Stopped = {};
    const onStop = () => {
      stopped.at ??= this.#clock.now();
    };
    stop.addEventListener("abort", onStop);
    try {
      return await this.#see({ nonce, first: await sign(fees), sign, stop, stopped });
    } finally {
      stop.removeEventListener("abort", onStop);
    }
  }

  /** Sends the first try and looks after it until it is mined, or nobody can wait any longer. */
  async #see(options: {
    nonce: number;
    first: Attempt;
    sign: (fees: Fees) => Promise<Attempt>;
    stop: AbortSignal;
    stopped: Readonly<Stopped>;
  }): Promise<Sent> {
    const { nonce, first, sign, stop, stopped } = options;
    const { pollMs, replaceAfterMs, giveUpAfterMs, graceMs } = this.#terms;
    const attempts = [first];
    const startedAt = this.#clock.now();
    let replaceAt = startedAt + replaceAfterMs;
    const refusal = await this.#broadcast(first);
    if (refusal) return refusal.outcome === "rejected" ? this.#judge(first, refusal) : refusal;
    this.#open = { nonce, fees: first.fees };

    for (;;) {
      // Once it has to end, it looks a last time when the grace time is over.
      const left = stopped.at === undefined ? pollMs : stopped.at + graceMs - this.#clock.now();
      await this.#clock.sleep(Math.max(0, Math.min(pollMs, left)), stopped.at === undefined ? stop : undefined);
      const now = this.#clock.now();
      // Whichever answers: all tries are known to this process.
      this.#provider.choose();
      try {
        const end = await this.#endOf(nonce, attempts);
        if (end) {
          this.#open = undefined;
          return end;
        }
        const last = attempts.at(-1)!;
        if (!last.isTaken) await this.#broadcast(last);
        else if (now >= replaceAt && stopped.at === undefined) {
          replaceAt = now + replaceAfterMs;
          const next = await this.#replacementOf(last, sign);
          if (next) {
            attempts.push(next);
            this.#open = { nonce, fees: next.fees };
            await this.#broadcast(next);
          }
        }
      } catch (error) {
        // It is on its way whatever this node says; the next look may ask another.
        if (!RpcFailure.in(error)) throw error;
      }
      if (stopped.at !== undefined && now - stopped.at >= graceMs) return { outcome: "pending" };
      if (now - startedAt >= giveUpAfterMs) return { outcome: "pending" };
    }
  }

  /** Whether one of the tries is mined, or none can be any more. */
  async #endOf(nonce: number, attempts: readonly Attempt[]): Promise<Sent | undefined> {
    // Asked first: a receipt that appears in between is seen, a nonce used in between is not taken for another's.
    const count = await this.#provider.getTransactionCount(this.#wallet.address, "latest");
    for (const { hash } of attempts) {
      const receipt = await this.#provider.getTransactionReceipt(hash);
      if (!receipt) continue;
      if (receipt.status === 0) return { outcome: "reverted", receipt };
      return { outcome: receipt.logs.length === 0 ? "idle" : "done", receipt };
    }
    return count > nonce ? { outcome: "superseded" } : undefined;
  }

  /** Development nodes mine what they complain about. */
  async #judge({ hash }: Attempt, refusal: Sent): Promise<Sent> {
    const receipt = await this.#provider.getTransactionReceipt(hash);
    return receipt ? { outcome: "reverted", receipt } : refusal;
  }

  async #replacementOf(last: Attempt, sign: (fees: Fees) => Promise<Attempt>): Promise<Attempt | undefined> {
    const { fees: suggested } = await suggestFees(this.#provider);
    const fees = capped(outbid(last.fees, suggested), {
      cap: this.#terms.maxFeePerGas,
      least: raised(last.fees.maxFeePerGas),
    });
    if (!fees) {
      this.#log.warn({ hash: last.hash }, "a transaction waits, and to replace it would cost more than the cap");
      return undefined;
    }
    const next = await sign(fees);
    this.#log.info(
      { hash: next.hash, replaces: last.hash },
      "a transaction waits, it is replaced by one that offers more",
    );
    return next;
  }

  /** Hands a try to the node. Returns why it never will be taken; undefined if it is taken, or may be. */
  async #broadcast(attempt: Attempt): Promise<Sent | undefined> {
    try {
      await this.#provider.send("eth_sendRawTransaction", [attempt.raw]);
      attempt.isTaken = true;
      this.#log.debug({ hash: attempt.hash }, "sent");
      return undefined;
    } catch (error) {
      // The node may have it, and the answer was lost. It is offered again, which does no harm.
      if (RpcFailure.in(error)) return undefined;
      // It said what it had to say: to offer the same again is of no use.
      attempt.isTaken = true;
      const reason = messageOf(error);
      if (/already known|known transaction|already imported|already exists/i.test(reason)) return undefined;
      if (isError(error, "NONCE_EXPIRED")) return { outcome: "superseded" };
      if (isError(error, "INSUFFICIENT_FUNDS")) return { outcome: "unaffordable" };
      if (isError(error, "REPLACEMENT_UNDERPRICED")) {
        // Another's transaction with this nonce waits, and offers more.
        const { nonce } = Transaction.from(attempt.raw);
        this.#foreign = { nonce, since: this.#foreign?.since ?? this.#clock.now(), fees: attempt.fees };
        return { outcome: "busy" };
      }
      return { outcome: "rejected", reason: withoutAddresses(reason, 200) };
    }
  }

  async #sign(
    { to, data }: Request,
    terms: { nonce: number; gasLimit: bigint; fees: Fees; isLegacy: boolean },
  ): Promise<Attempt> {
    const { nonce, gasLimit, fees, isLegacy } = terms;
    const { chainId } = await this.#provider.getNetwork();
    const price = isLegacy ? { type: 0, gasPrice: fees.maxFeePerGas } : { type: 2, ...fees };
    const raw = await this.#wallet.signTransaction({ to, data, nonce, gasLimit, chainId, ...price });
    return { hash: Transaction.from(raw).hash!, raw, fees, isTaken: false };
  }

  /** Another's transaction is given as long as an own one before it is replaced. */
  #isForeignFresh(nonce: number): boolean {
    const now = this.#clock.now();
    this.#foreign ??= { nonce, since: now };
    return now - this.#foreign.since < this.#terms.replaceAfterMs;
  }
}

/** What a first try offers now, and the least that can be mined now. */
async function suggestFees(provider: Provider & Pick<FailoverProvider, "send">): Promise<{
  fees: Fees;
  least: bigint;
  isLegacy: boolean;
}> {
  const block = await provider.getBlock("latest");
  const baseFee = block?.baseFeePerGas ?? null;
  if (baseFee === null) {
    const price = BigInt(String(await provider.send("eth_gasPrice", [])));
    return { fees: { maxFeePerGas: price, maxPriorityFeePerGas: price }, least: price, isLegacy: true };
  }
  const priorityFee = await suggestPriorityFee(provider);
  return { fees: firstFees({ baseFee, priorityFee }), least: baseFee + 1n, isLegacy: false };
}

const USUAL_PRIORITY_FEE = 1_000_000_000n;

async function suggestPriorityFee(provider: Pick<FailoverProvider, "send">): Promise<bigint> {
  try {
    return BigInt(String(await provider.send("eth_maxPriorityFeePerGas", [])));
  } catch (error) {
    if (RpcFailure.in(error)) throw error;
    return USUAL_PRIORITY_FEE;
  }
}

/** What the node said, where ethers tells it. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const told = (error as { error?: { message?: unknown } }).error?.message;
  return typeof told === "string" ? told : error.message;
}
