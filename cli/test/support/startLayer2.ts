import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

interface Answer {
  result?: { gasUsed?: string; l1Fee?: string } | null;
}

/** Stands before a node and adds to each receipt what a chain of the OP Stack adds: the fee of layer 1, in wei. */
export async function startLayer2(
  target: string,
  l1Fee: bigint,
): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const server = createServer((request, response) => {
    void (async () => {
      let body = "";
      for await (const chunk of request) body += String(chunk);
      const answer = await fetch(target, { method: "POST", headers: { "content-type": "application/json" }, body });
      const answers = (await answer.json()) as Answer | Answer[];
      for (const { result } of Array.isArray(answers) ? answers : [answers]) {
        if (result?.gasUsed !== undefined) result.l1Fee = `0x${l1Fee.toString(16)}`;
      }
      response.setHeader("content-type", "application/json").end(JSON.stringify(answers));
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
