import { expect } from "chai";
import { useChain } from "../../../../sdk/test/support/chain.js";
import { standBy } from "../support/nodes.js";
import { testKeeper } from "../support/keepers.js";
import { UnreliableRpc } from "../support/UnreliableRpc.js";

describe("EventLedger", () => {
  const chain = useChain();
  const stop = new AbortController().signal;
  let rpc: UnreliableRpc;

  beforeEach(async () => {
    rpc = await UnreliableRpc.start(chain().url);
  });
  afterEach(() => rpc.stop());

  const keeper = (options?: Parameters<typeof testKeeper>[2]) => testKeeper([rpc.url], chain().wallets[20]!, options);

  it("reads the past in as small parts as the node allows", async () => {
    await standBy(chain(), chain().wallets[50]!);
    rpc.behaviour = { maxRange: 7 };
    const one = await keeper();
    expect(await one.keeper.runOnce(stop)).to.equal(true);
    expect(await one.count("callUp", "done")).to.equal(1);
  });

  it("reads more at once again after a refusal that had nothing to do with the range", async () => {
    await chain().provider.send("hardhat_mine", ["0x190"]);
    let refusals = 11;
    rpc.behaviour = {
      instead: {
        eth_getLogs: () => (--refusals >= 0 ? { error: { code: -32005, message: "limit exceeded" } } : undefined),
      },
    };
    const one = await keeper();
    for (let round = 0; round < 5 && !(await one.keeper.runOnce(stop)); ++round) {
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    expect(one.health.now.status).to.equal("ok");
    // One block at a time, they would be more than 400.
    expect(rpc.asked.get("eth_getLogs")).to.be.below(150);
  });

  it("asks for less the next time when the node takes too long over the range", async () => {
    await chain().provider.send("hardhat_mine", ["0x190"]);
    rpc.behaviour = {
      instead: {
        eth_getLogs: ([filter]) => {
          const { fromBlock, toBlock } = filter as { fromBlock: string; toBlock: string };
          return Number(toBlock) - Number(fromBlock) > 200 ? { delayMs: 400 } : undefined;
        },
      },
    };
    const one = await keeper({ requestTimeoutMs: 200, restMs: 5 });
    let isComplete = false;
    for (let round = 0; round < 15 && !isComplete; ++round) {
      isComplete = await one.keeper.runOnce(stop);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(isComplete).to.equal(true);
  });

  it("reads the past once", async () => {
    await chain().provider.send("hardhat_mine", ["0x64"]);
    rpc.behaviour = { maxRange: 10 };
    const one = await keeper();
    await one.keeper.runOnce(stop);
    const before = rpc.asked.get("eth_getLogs")!;
    await one.keeper.runOnce(stop);
    expect(before).to.be.greaterThan(10);
    // The last blocks only.
    expect(rpc.asked.get("eth_getLogs")! - before).to.be.within(1, 2);
  });
});
