import { expect } from "chai";
import { JsonRpcProvider, type Provider, zeroPadValue } from "ethers";
import pc from "picocolors";
import { staking } from "../../../sdk/src/index.js";
import { useChain } from "../../../sdk/test/support/chain.js";
import { dataFeeOf, dataFeePaid } from "../../src/write/dataFee.js";
import type { Step } from "../../src/write/Plan.js";
import { formatPlan } from "../../src/write/formatPlan.js";
import { actor } from "../support/actors.js";
import { startProxy } from "../support/startProxy.js";

const ORACLE = "0x420000000000000000000000000000000000000F";

/** Code that charges one gwei for each byte that it is called with. */
const byLength = "0x36633b9aca000260005260206000f3";

describe("the fee for data", () => {
  const chain = useChain();

  async function unlock() {
    const connection = await chain().connectAs(chain().wallets[5]!);
    return { provider: connection.provider, call: staking.initiateUnlock(connection) };
  }

  it("is nothing on a chain that has no layer below", async () => {
    const { provider, call } = await unlock();
    expect(await dataFeeOf(provider, { call, gas: 100_000n })).to.equal(0n);
  });

  it("is what the chain's oracle says of the whole transaction", async () => {
    const { provider, call } = await unlock();
    await chain().provider.send("hardhat_setCode", [ORACLE, byLength]);
    const fee = await dataFeeOf(provider, { call, gas: 100_000n });
    // A selector, an offset, a length, and the transaction with its address and its own selector.
    expect(Number(fee / 10n ** 9n)).to.be.within(4 + 64 + 24, 4 + 64 + 96);
  });

  it("is shown in the plan", async () => {
    await chain().provider.send("hardhat_setCode", [ORACLE, byLength]);
    const alice = await actor(chain());
    const ran = await alice.run("stake", "1000", "--preset", "52", "--yes");
    expect(ran.code, ran.stderr).to.equal(0);
    expect(ran.stderr).to.match(/gas, about 0\.\d+ ETH, of which 0\.000000\d+ ETH for its data on layer 1/);
  });

  it("is part of what the plan says in all", () => {
    const plan = { title: "", steps: [], changes: [], result: () => Promise.reject(new Error("not asked")) };
    const step = { call: undefined as unknown as Step["call"], description: "" };
    const simulated = [{ step, gas: 100_000n, dataFee: 3n * 10n ** 12n }];
    const text = formatPlan(plan, { simulated, gasPrice: 10n ** 9n, sender: undefined }, pc.createColors(false));
    expect(text).to.contain("100,000 gas, about 0.000103 ETH, of which 0.000003 ETH for its data on layer 1");
  });

  it("is part of what is said to be paid", async () => {
    // What a chain of the OP Stack adds to each receipt.
    const rpc = await startProxy(chain().url, {
      amend: ({ method }, answer) => {
        if (method !== "eth_getTransactionReceipt" || !answer.result) return;
        answer.result = { ...answer.result, l1Fee: `0x${(10n ** 18n).toString(16)}` };
      },
    });
    const alice = await actor(chain());
    const env = { STAKEWEIGHT_RPC_URL: rpc.url };
    const ran = await alice.runWith({ env }, "stake", "1000", "--preset", "52", "--yes", "--json");
    await rpc.stop();
    expect(ran.code, ran.stderr).to.equal(0);
    const { transactions } = ran.json() as { transactions: { fee: string }[] };
    expect(transactions.map(({ fee }) => BigInt(fee) / 10n ** 18n)).to.deep.equal([1n]);
  });

  describe("that was paid", () => {
    /** A node that answers every request so. */
    function answering(answer: unknown): Provider {
      const provider = new JsonRpcProvider("http://127.0.0.1:1", 10, { staticNetwork: true });
      provider.send = () => Promise.resolve(answer);
      return provider;
    }
    const hash = zeroPadValue("0x01", 32);

    it("is what the receipt says", async () => {
      expect(await dataFeePaid(answering({ l1Fee: "0x2a" }), hash)).to.equal(42n);
    });

    it("is nothing where no receipt says it", async () => {
      expect(await dataFeePaid(answering({}), hash)).to.equal(0n);
      expect(await dataFeePaid(answering(null), hash)).to.equal(0n);
      expect(await dataFeePaid(answering({ l1Fee: "much" }), hash)).to.equal(0n);
      const silent = new JsonRpcProvider("http://127.0.0.1:1", 10, { staticNetwork: true });
      silent.destroy();
      expect(await dataFeePaid(silent, hash)).to.equal(0n);
    });
  });
});
