import type { JsonRpcError, JsonRpcPayload, JsonRpcResult } from "ethers";
import { z } from "zod";
import { withoutAddresses } from "../withoutAddresses.js";
import { RpcFailure } from "./RpcFailure.js";

const answerSchema = z.union([
  z.object({
    id: z.number(),
    error: z.object({ code: z.number(), message: z.string(), data: z.unknown().optional() }),
  }),
  z.object({ id: z.number(), result: z.unknown() }),
]);

/** The address of an RPC is not one. It is not repeated: it may hold a key. */
export class InvalidRpcUrlError extends Error {
  override readonly name = "InvalidRpcUrlError";
}

/** One RPC, reached by HTTP. */
export class Endpoint {
  /** Its host, the only part of its address that is ever shown. */
  readonly name: string;
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly #running = new Set<AbortController>();
  #isStopped = false;

  constructor(address: string) {
    if (!URL.canParse(address)) throw new InvalidRpcUrlError("the address of an RPC is not a URL");
    const url = new URL(address);
    if (url.protocol !== "http:" && url.protocol !== "https:") {
      throw new InvalidRpcUrlError(`${url.host}: an RPC's address begins with http:// or https://`);
    }
    this.name = url.host;
    this.#headers = { "content-type": "application/json", ...authorizationOf(url) };
    url.username = "";
    url.password = "";
    this.#url = url.href;
  }

  /** Gives all requests up, running and coming ones. */
  stop(): void {
    this.#isStopped = true;
    for (const request of this.#running) request.abort();
  }

  /** Throws {@link RpcFailure}; that a node refuses a request is an answer. */
  async request(payload: JsonRpcPayload, timeoutMs: number): Promise<JsonRpcResult | JsonRpcError> {
    const { status, body } = await this.#post(JSON.stringify(payload), timeoutMs);
    const answer = answerSchema.safeParse(parse(body));
    // Some say what they refuse with the status 400; a 429 or a 500 says nothing about the request.
    if (!answer.success || status === 429 || status >= 500) {
      throw new RpcFailure(
        this.name,
        "answer",
        status === 200 ? "the answer is not JSON-RPC" : `HTTP status ${status}`,
      );
    }
    if (answer.data.id !== payload.id) throw new RpcFailure(this.name, "answer", "it answered another request");
    if ("error" in answer.data && isNoVerdict(payload.method, answer.data.error)) {
      throw new RpcFailure(
        this.name,
        "answer",
        `${payload.method}: ${withoutAddresses(answer.data.error.message, 200)}`,
      );
    }
    return answer.data;
  }

  async #post(body: string, timeoutMs: number): Promise<{ status: number; body: string }> {
    const request = new AbortController();
    const timer = setTimeout(() => {
      request.abort();
    }, timeoutMs);
    this.#running.add(request);
    try {
      if (this.#isStopped) request.abort();
      const { signal } = request;
      const init: RequestInit = { method: "POST", headers: this.#headers, body, signal, redirect: "error" };
      const response = await fetch(this.#url, init);
      return { status: response.status, body: await response.text() };
    } catch (error) {
      if (this.#isStopped) throw new RpcFailure(this.name, "stopped", "the request was given up");
      if (request.signal.aborted) throw new RpcFailure(this.name, "timeout", `no answer within ${timeoutMs} ms`);
      throw new RpcFailure(this.name, "unreachable", reasonOf(error));
    } finally {
      clearTimeout(timer);
      this.#running.delete(request);
    }
  }
}

/** Whether a call failed for the node and not for the contract: a block that it does not have, a limit. */
function isNoVerdict(method: string, error: { message: string; data?: unknown }): boolean {
  if (method !== "eth_call" && method !== "eth_estimateGas") return false;
  return !error.data && !/revert|insufficient funds|gas required exceeds|out of gas/i.test(error.message);
}

function authorizationOf({ username, password }: URL): Record<string, string> {
  if (username === "") return {};
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(credentials).toString("base64")}` };
}

/** Only codes: the messages of `fetch` may repeat the address. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === "string" ? `no connection (${cause.code})` : "no connection";
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
