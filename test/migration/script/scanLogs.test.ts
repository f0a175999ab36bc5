import { expect } from "chai";
import type { Filter, Log, Provider } from "ethers";
import { scanLogs } from "../../../scripts/migration/scanLogs";
import type { Progress } from "../../../scripts/migration/types";

/** An RPC that has one log in every tenth block and takes at most `blocks` blocks at a time. */
function limitedTo(blocks: number, refuses: (from: number, to: number) => Error = () => new Error("range too large")) {
  const asked: [from: number, to: number][] = [];
  const provider = {
    getLogs: ({ fromBlock, toBlock }: Filter) => {
      const [from, to] = [Number(fromBlock), Number(toBlock)];
      asked.push([from, to]);
      if (to - from + 1 > blocks) return Promise.reject(refuses(from, to));
      const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      return Promise.resolve(
        numbers.filter((n) => n % 10 === 0).map((blockNumber) => ({ blockNumber }) as unknown as Log),
      );
    },
  } as unknown as Provider;
  return { provider, asked };
}

describe("scanLogs", () => {
  const range = { filter: {}, fromBlock: 5, toBlock: 1_004, what: "events" };

  for (const blocks of [1, 7, 100, 999, 1_000]) {
    it(`finds every log once when the RPC takes ${blocks} blocks at a time`, async () => {
      const { provider } = limitedTo(blocks);
      const logs = await scanLogs({ ...range, provider });
      expect(logs.map(({ blockNumber }) => blockNumber)).to.deep.equal(
        Array.from({ length: 100 }, (_, index) => 10 + index * 10),
      );
    });
  }

  it("asks once when the RPC takes all", async () => {
    const { provider, asked } = limitedTo(1_000);
    await scanLogs({ ...range, provider });
    expect(asked).to.deep.equal([[5, 1_004]]);
  });

  it("tells how far it is", async () => {
    const told: Progress[] = [];
    await scanLogs({ ...range, provider: limitedTo(400).provider, onProgress: (progress) => told.push(progress) });
    expect(told[0]).to.deep.equal({ what: "events", done: 250, total: 1_000 });
    expect(told.at(-1)).to.deep.equal({ what: "events", done: 1_000, total: 1_000 });
  });

  it("asks nothing about no blocks", async () => {
    const { provider, asked } = limitedTo(10);
    expect(await scanLogs({ ...range, provider, fromBlock: 9, toBlock: 8 })).to.deep.equal([]);
    expect(asked).to.deep.equal([]);
  });

  it("names the block that the RPC refuses altogether", async () => {
    const scan = scanLogs({ ...range, provider: limitedTo(0).provider });
    await expect(scan).to.be.rejectedWith("events: the RPC does not tell the logs of block 5: range too large");
  });

  it("does not take a broken connection for a refusal", async () => {
    const { provider, asked } = limitedTo(0, () => Object.assign(new Error("refused"), { code: "ECONNREFUSED" }));
    await expect(scanLogs({ ...range, provider })).to.be.rejectedWith(
      "events: The node cannot be reached (ECONNREFUSED)",
    );
    expect(asked.length).to.equal(1);
  });
});
