import { Agent, request } from "node:http";

interface Answer {
  id: number;
  result?: unknown;
  error?: { message: string; data?: string };
}

/** A node refused a request. */
export class RpcError extends Error {
  override readonly name = "RpcError";
}

/** A request: its method, then its parameters. */
export type RpcCall = readonly [method: string, ...parameters: unknown[]];

/** A node that answers. */
export interface Requests {
  request(...call: RpcCall): Promise<unknown>;
  /** Reads that do not depend on one another, answered in their order. */
  batch(calls: readonly RpcCall[]): Promise<unknown[]>;
}

/** How many requests one message holds at most. */
const BATCH = 64;

/** JSON-RPC over connections that stay open, with nothing in between: what is sent here is sent hundreds of thousands of times. */
export class Rpc implements Requests {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #host: string;
  readonly #port: number;
  #id = 0;

  constructor({ host, port }: { host: string; port: number }) {
    this.#host = host;
    this.#port = port;
  }

  async request(...call: RpcCall): Promise<unknown> {
    return resultOf((await this.#post(this.#envelope(call))) as Answer);
  }

  async batch(calls: readonly RpcCall[]): Promise<unknown[]> {
    const results: unknown[] = [];
    for (let first = 0; first < calls.length; first += BATCH) {
      const envelopes = calls.slice(first, first + BATCH).map((call) => this.#envelope(call));
      const answers = (await this.#post(envelopes)) as Answer[];
      const byId = new Map(answers.map((answer) => [answer.id, answer]));
      for (const { id } of envelopes) results.push(resultOf(byId.get(id)!));
    }
    return results;
  }

  #envelope([method, ...params]: RpcCall) {
    return { jsonrpc: "2.0", id: this.#id++, method, params };
  }

  #post(message: unknown): Promise<unknown> {
    const body = JSON.stringify(message);
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: this.#host,
          port: this.#port,
          agent: this.#agent,
          method: "POST",
          headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
          incoming.on("error", reject);
          incoming.on("end", () => {
            resolve(JSON.parse(Buffer.concat(chunks).toString()));
          });
        },
      );
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  }
}

function resultOf({ result, error }: Answer): unknown {
  if (error) throw new RpcError(`${error.message}${error.data === undefined ? "" : ` (${error.data})`}`);
  return result;
}
