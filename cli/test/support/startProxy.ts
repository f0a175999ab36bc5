import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

interface Request {
  id: number;
  method: string;
}

interface Answer {
  result?: unknown;
  error?: { code: number; message: string };
}

/** Stands before a node. */
export async function startProxy(
  target: string,
  options: {
    /** Answers a request in the node's place, if it has something to say; the node never sees it. */
    instead?: (request: Request) => Answer | undefined;
    /** Changes what the node answered. */
    amend?: (request: Request, answer: Answer) => void;
  },
): Promise<{ url: string; stop: () => Promise<unknown> }> {
  async function answerTo(request: Request): Promise<Answer> {
    const own = options.instead?.(request);
    if (own) return { jsonrpc: "2.0", id: request.id, ...own } as Answer;
    const headers = { "content-type": "application/json" };
    const response = await fetch(target, { method: "POST", headers, body: JSON.stringify(request) });
    const answer = (await response.json()) as Answer;
    options.amend?.(request, answer);
    return answer;
  }

  const server = createServer((incoming, outgoing) => {
    void (async () => {
      let body = "";
      for await (const chunk of incoming) body += String(chunk);
      const asked = JSON.parse(body) as Request | Request[];
      const answers = Array.isArray(asked) ? await Promise.all(asked.map(answerTo)) : await answerTo(asked);
      outgoing.setHeader("content-type", "application/json").end(JSON.stringify(answers));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
