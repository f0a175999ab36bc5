import { JsonRpcApiProvider, type JsonRpcError, type JsonRpcPayload, type JsonRpcResult, Network } from "ethers";
import { backoffMs, type BackoffTerms } from "../Backoff.js";
import type { Clock } from "../Clock.js";
import { Endpoint } from "./Endpoint.js";
import { type Head, HeadGuard, type HeadTerms } from "./HeadGuard.js";
import { RpcFailure, type RpcFailureKind } from "./RpcFailure.js";

export interface RpcTerms {
  /** How long to wait for an answer. */
  requestTimeoutMs: number;
  /** How long an RPC that failed is left alone. */
  rest: BackoffTerms;
  head: HeadTerms;
}

/** An RPC and what is known of it. */
interface Candidate {
  endpoint: Endpoint;
  guard: HeadGuard;
  failures: number;
  restsUntil: number;
  /** Resolves once it was seen to be on the right chain; undefined before it is asked. */
  verified: Promise<void> | undefined;
}

/**
 * Several RPCs of one chain as one. One is in use at a time, the first in their order that does not rest; {@link choose} alone
 * changes it, so what is read between two calls comes from one node. A request that fails sets the RPC to rest, longer each
 * time in a row, and the requests after it fail at once. Before the first request, and after each rest, it has to name its chain.
 */
export class FailoverProvider extends JsonRpcApiProvider {
  readonly #chainId: bigint;
  readonly #terms: RpcTerms;
  readonly #clock: Clock;
  readonly #onFailure: (failure: RpcFailure) => void;
  readonly #candidates: Candidate[];
  readonly #stop = new AbortController();
  #inUse: Candidate;

  constructor(options: {
    endpoints: readonly Endpoint[];
    chainId: bigint;
    terms: RpcTerms;
    clock: Clock;
    /** Told once each time an RPC is set to rest. */
    onFailure: (failure: RpcFailure) => void;
  }) {
    const network = Network.from(options.chainId);
    // Nothing is remembered or put together: each answer is the node's own, as of now.
    super(network, { staticNetwork: network, batchMaxCount: 1, cacheTimeout: -1 });
    this.#chainId = options.chainId;
    this.#terms = options.terms;
    this.#clock = options.clock;
    this.#onFailure = options.onFailure;
    this.#candidates = options.endpoints.map((endpoint) => ({
      endpoint,
      guard: new HeadGuard(options.terms.head),
      failures: 0,
      restsUntil: 0,
      verified: undefined,
    }));
    const [first] = this.#candidates;
    if (!first) throw new TypeError("no RPC given");
    this.#inUse = first;
  }

  /** The host of the RPC in use. */
  get endpoint(): string {
    return this.#inUse.endpoint.name;
  }

  /** Each RPC's host, and whether it is left alone for now. */
  get endpoints(): { name: string; isResting: boolean }[] {
    return this.#candidates.map((candidate) => ({
      name: candidate.endpoint.name,
      isResting: this.#isResting(candidate),
    }));
  }

  /** When the next RPC can be asked: now, unless all rest. */
  get readyAt(): number {
    return Math.max(this.#clock.now(), Math.min(...this.#candidates.map(({ restsUntil }) => restsUntil)));
  }

  /** Takes the first RPC into use that does not rest. */
  choose(): void {
    this.#inUse = this.#candidates.find((candidate) => !this.#isResting(candidate)) ?? this.#inUse;
  }

  /** The RPC in use did all that was asked of it. */
  praise(): void {
    this.#inUse.failures = 0;
  }

  /** The newest block. Throws {@link RpcFailure} if it cannot be true; the RPC rests then. */
  async readHead(): Promise<Head> {
    const { guard } = this.#inUse;
    const block = await this.getBlock("latest");
    if (!block?.hash) throw this.distrust("head", "it has no head");
    const { number, timestamp, hash, baseFeePerGas } = block;
    const head = { number, timestamp, hash, baseFeePerGas };
    const fault = guard.judge(head, this.#clock.now());
    if (fault !== undefined) throw this.distrust("head", fault);
    return head;
  }

  /** Sets the RPC in use to rest, because of what it answered. */
  distrust(kind: RpcFailureKind, reason: string): RpcFailure {
    return this.#rest(this.#inUse, new RpcFailure(this.endpoint, kind, reason));
  }

  /** Gives all requests up, running and coming ones. */
  stop(): void {
    this.#stop.abort();
  }

  override async _send(payload: JsonRpcPayload | JsonRpcPayload[]): Promise<(JsonRpcResult | JsonRpcError)[]> {
    const candidate = this.#inUse;
    const { name } = candidate.endpoint;
    if (this.#isResting(candidate)) throw new RpcFailure(name, "resting", "it failed a moment ago");
    try {
      await (candidate.verified ??= this.#verify(candidate));
      const payloads = Array.isArray(payload) ? payload : [payload];
      return await Promise.all(payloads.map((each) => this.#request(candidate, each)));
    } catch (error) {
      throw error instanceof RpcFailure ? this.#rest(candidate, error) : error;
    }
  }

  #request({ endpoint }: Candidate, payload: JsonRpcPayload): Promise<JsonRpcResult | JsonRpcError> {
    return endpoint.request(payload, this.#terms.requestTimeoutMs, this.#stop.signal);
  }

  async #verify(candidate: Candidate): Promise<void> {
    const { name } = candidate.endpoint;
    const answer = await this.#request(candidate, { id: 0, jsonrpc: "2.0", method: "eth_chainId", params: [] });
    const chainId: unknown = "result" in answer ? answer.result : undefined;
    if (typeof chainId !== "string" || !/^0x[0-9a-f]{1,64}$/i.test(chainId)) {
      throw new RpcFailure(name, "answer", "it does not name its chain");
    }
    if (BigInt(chainId) !== this.#chainId) {
      throw new RpcFailure(name, "chain", `it is on chain ${BigInt(chainId)} and not on ${this.#chainId}`);
    }
  }

  #isResting({ restsUntil }: Candidate): boolean {
    return restsUntil > this.#clock.now();
  }

  /** Requests that run side by side fail together: that is one failure. */
  #rest(candidate: Candidate, failure: RpcFailure): RpcFailure {
    if (failure.kind === "stopped" || this.#isResting(candidate)) return failure;
    candidate.verified = undefined;
    candidate.restsUntil = this.#clock.now() + backoffMs(++candidate.failures, this.#terms.rest);
    this.#onFailure(failure);
    return failure;
  }
}
