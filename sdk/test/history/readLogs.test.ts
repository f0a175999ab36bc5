import { expect } from "chai";
import type { Filter, Log, Provider } from "ethers";
import { LogsRefusedError, readLogs } from "../../src/history/index.js";
import { rejection } from "../support/rejection.js";

/** A node that answers queries of at most `limit` blocks, one log for each block. */
function nodeWithLimit(limit: number) {
  const asked: [number, number][] = [];
  const getLogs = ({ fromBlock, toBlock }: Filter): Promise<Log[]> => {
    const [from, to] = [Number(fromBlock), Number(toBlock)];
    if (to - from + 1 > limit) return Promise.reject(new Error("block range is too wide"));
    asked.push([from, to]);
    return Promise.resolve(
      Array.from({ length: to - from + 1 }, (_, index) => ({ blockNumber: from + index }) as unknown as Log),
    );
  };
  return { provider: { getLogs } as unknown as Provider, asked };
}

async function blocks(provider: Provider, from: number, to: number): Promise<number[]> {
  const logs = await readLogs(provider, { filter: {}, fromBlock: from, toBlock: to });
  return logs.map(({ blockNumber }) => blockNumber);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

describe("readLogs", () => {
  it("asks for 10,000 blocks at once", async () => {
    const { provider, asked } = nodeWithLimit(10_000);
    expect(await blocks(provider, 5, 25_004)).to.deep.equal(range(5, 25_004));
    expect(asked).to.deep.equal([
      [5, 10_004],
      [10_005, 20_004],
      [20_005, 25_004],
    ]);
  });

  it("reads a single block", async () => {
    expect(await blocks(nodeWithLimit(10_000).provider, 7, 7)).to.deep.equal([7]);
  });

  for (const limit of [9_999, 500, 10, 1]) {
    it(`takes smaller steps where a node allows ${limit}`, async () => {
      expect(await blocks(nodeWithLimit(limit).provider, 0, 1_234)).to.deep.equal(range(0, 1_234));
    });
  }

  it("fails as the node does where steps are not what it objects to", async () => {
    const error = await rejection(blocks(nodeWithLimit(0).provider, 0, 1_000));
    expect(error).to.be.instanceOf(LogsRefusedError);
    expect(error.message).to.equal("the node does not tell the logs of block 0: block range is too wide");
  });

  it("tells how many blocks are done", async () => {
    const done: number[] = [];
    const { provider } = nodeWithLimit(400);
    await readLogs(provider, { filter: {}, fromBlock: 5, toBlock: 1_004, onProgress: (blocks) => done.push(blocks) });
    expect(done[0]).to.equal(250);
    expect(done.at(-1)).to.equal(1_000);
  });
});
