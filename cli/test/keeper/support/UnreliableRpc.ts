import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a request looks like. */
interface Payload {
  id: number;
  method: string;
  params: unknown[];
}

/** How the RPC behaves. */
export type Behaviour =
  | "honest"
  /** Breaks every connection. */
  | "dead"
  /** Answers nothing but the status 503. */
  | "overloaded"
  /** Answers each request with the status 429 and a refusal. */
  | "limiting"
  /** Passes transactions on and breaks the connection instead of answering. */
  | "swallowing"
  /** Answers only after so many milliseconds. */
  | { lateMs: number }
  /** Says that the newest block is this one. */
  | { head: number }
  /** Says that the newest block has this timestamp. */
  | { timestamp: number }
  /** Says that it is on this chain. */
  | { chainId: number }
  /** Refuses to read the logs of more blocks at once. */
  | { maxRange: number }
  /** Answers these methods by itself, as long as it has something to say. */
  | { instead: Record<string, (params: unknown[]) => Answer | undefined> };

/** The part of an answer that is not the same in all. */
type Answer = { result: unknown; id?: number } | { error: { code: number; message: string } } | { delayMs: number };

/** Stands between a keeper and an honest node, and fails as RPCs do. */
export class UnreliableRpc {
  behaviour: Behaviour = "honest";
  /** How often each method was asked for. */
  readonly asked = new Map<string, number>();
  readonly #target: string;
  readonly #server: Server;

  constructor(target: string) {
    this.#target = target;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  static async start(target: string): Promise<UnreliableRpc> {
    const rpc = new UnreliableRpc(target);
    await new Promise<void>((resolve) => rpc.#server.listen(0, "127.0.0.1", resolve));
    return rpc;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const payload = JSON.parse(body) as Payload;
    this.asked.set(payload.method, (this.asked.get(payload.method) ?? 0) + 1);
    const { behaviour } = this;
    if (behaviour === "dead") {
      response.destroy();
      return;
    }
    if (behaviour === "overloaded") {
      response.writeHead(503).end("try again later");
      return;
    }
    if (behaviour === "limiting") {
      const error = { code: -32005, message: "execution reverted" };
      response.writeHead(429).end(JSON.stringify({ jsonrpc: "2.0", id: payload.id, error }));
      return;
    }
    const answer = await this.#resultOf(payload, behaviour);
    if (behaviour === "swallowing" && payload.method === "eth_sendRawTransaction") {
      response.destroy();
      return;
    }
    if (typeof behaviour === "object" && "lateMs" in behaviour) await sleep(behaviour.lateMs);
    response.writeHead(200, { "content-type": "application/json" });
    response.end(answer);
  }

  async #resultOf(payload: Payload, behaviour: Behaviour): Promise<string> {
    const isNewest = payload.method === "eth_getBlockByNumber" && payload.params[0] === "latest";
    if (typeof behaviour === "object" && "head" in behaviour && isNewest) {
      const params = [`0x${behaviour.head.toString(16)}`, payload.params[1]];
      return this.#forward({ ...payload, params });
    }
    if (typeof behaviour === "object" && "chainId" in behaviour && payload.method === "eth_chainId") {
      return JSON.stringify({ jsonrpc: "2.0", id: payload.id, result: `0x${behaviour.chainId.toString(16)}` });
    }
    if (typeof behaviour === "object" && "maxRange" in behaviour && payload.method === "eth_getLogs") {
      const { fromBlock, toBlock } = payload.params[0] as { fromBlock: string; toBlock: string };
      if (Number(toBlock) - Number(fromBlock) >= behaviour.maxRange) {
        const error = { code: -32602, message: "query exceeds max block range" };
        return JSON.stringify({ jsonrpc: "2.0", id: payload.id, error });
      }
    }
    if (typeof behaviour === "object" && "instead" in behaviour) {
      const own = behaviour.instead[payload.method]?.(payload.params);
      if (own && "delayMs" in own) await sleep(own.delayMs);
      else if (own) return JSON.stringify({ jsonrpc: "2.0", id: payload.id, ...own });
    }
    const answer = await this.#forward(payload);
    if (typeof behaviour === "object" && "timestamp" in behaviour && isNewest) {
      const parsed = JSON.parse(answer) as { result: { timestamp: string } };
      parsed.result.timestamp = `0x${behaviour.timestamp.toString(16)}`;
      return JSON.stringify(parsed);
    }
    return answer;
  }

  async #forward(payload: Payload): Promise<string> {
    const response = await fetch(this.#target, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(payload),
    });
    return response.text();
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
