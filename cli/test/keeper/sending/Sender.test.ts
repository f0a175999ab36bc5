import { expect } from "chai";
import { rewards } from "stakeweight-sdk";
import { useChain } from "../../../../sdk/test/support/chain.js";
import { testKeeper, type TestKeeper, until } from "../support/keepers.js";

const WEEK = 604_800;

describe("keeper whose transactions are not mined", () => {
  const chain = useChain();
  let stop: AbortController;
  let running: Promise<void> | undefined;

  beforeEach(async () => {
    const open = await rewards.firstOpenWeekStart(await chain().connectAs(chain().wallets[21]!));
    await chain().warpTo(Number(open) + WEEK);
    await chain().provider.send("evm_setAutomine", [false]);
    stop = new AbortController();
  });
  afterEach(async () => {
    stop.abort();
    await chain().provider.send("evm_setAutomine", [true]);
    await running;
    running = undefined;
  });

  const begin = async (options: Parameters<typeof testKeeper>[2]): Promise<TestKeeper> => {
    const keeper = await testKeeper([chain().url], wallet(), options);
    running = keeper.keeper.run(stop.signal);
    return keeper;
  };
  const wallet = () => chain().wallets[20]!;
  const mine = () => chain().provider.send("evm_mine", []);
  const pending = async () => {
    const block = (await chain().provider.send("eth_getBlockByNumber", ["pending", true])) as {
      transactions: { hash: string; from: string; nonce: string; maxFeePerGas: string }[];
    };
    return block.transactions.filter(({ from }) => from.toLowerCase() === wallet().address.toLowerCase());
  };

  it("replaces one that waits by one that offers more, of which one is mined", async () => {
    const keeper = await begin({ replaceAfterMs: 150 });
    await until(async () => (await pending()).length === 1);
    const [first] = await pending();
    await until(async () => (await pending())[0]!.hash !== first!.hash);
    const [second] = await pending();
    expect(second!.nonce).to.equal(first!.nonce);
    expect(BigInt(second!.maxFeePerGas) * 100n >= BigInt(first!.maxFeePerGas) * 125n).to.equal(true);
    await mine();
    await until(async () => (await keeper.count("closeWeeks", "done")) === 1);
    expect(await pending()).to.deep.equal([]);
  });

  it("does not offer more than the cap", async () => {
    const { baseFeePerGas } = (await chain().provider.getBlock("latest"))!;
    const keeper = await begin({ replaceAfterMs: 100, maxFeePerGas: baseFeePerGas! * 3n });
    await until(() => keeper.log.some(({ msg }) => msg.includes("would cost more than the cap")));
    for (const { maxFeePerGas } of await pending()) expect(BigInt(maxFeePerGas) <= baseFeePerGas! * 3n).to.equal(true);
    await mine();
    await until(async () => (await keeper.count("closeWeeks", "done")) === 1);
  });

  it("sends nothing while fees are above the cap", async () => {
    const keeper = await begin({ maxFeePerGas: 1n });
    await until(async () => (await keeper.count("closeWeeks", "tooExpensive")) > 0);
    expect(await pending()).to.deep.equal([]);
  });

  it("has not looked after everything then", async () => {
    const keeper = await testKeeper([chain().url], wallet(), { maxFeePerGas: 1n });
    expect(await keeper.keeper.runOnce(stop.signal)).to.equal(false);
    expect(keeper.keeper.neglected).to.deep.equal(["closeWeeks: tooExpensive"]);
  });

  it("ends after the grace time, however rarely it looks", async () => {
    await begin({ graceMs: 300, pollMs: 3_000 });
    await until(async () => (await pending()).length === 1);
    const abortedAt = Date.now();
    stop.abort();
    await running;
    expect(Date.now() - abortedAt).to.be.within(250, 1_500);
  });

  it("gives one up, and replaces it the next time", async () => {
    const nonce = await chain().provider.getTransactionCount(wallet().address);
    const keeper = await begin({ giveUpAfterMs: 100, replaceAfterMs: 60_000 });
    await until(async () => (await keeper.count("closeWeeks", "pending")) > 1);
    expect(await pending()).to.have.length(1);
    await mine();
    await until(async () => (await pending()).length === 0);
    expect(await chain().provider.getTransactionCount(wallet().address)).to.equal(nonce + 1);
  });

  it("leaves another's transaction of the same account time", async () => {
    const { provider } = chain();
    await wallet().sendTransaction({ to: wallet().address });
    const keeper = await begin({ replaceAfterMs: 10_000 });
    await until(async () => (await keeper.count("closeWeeks", "busy")) > 1);
    expect(await pending()).to.have.length(1);
    await mine();
    await provider.send("evm_setAutomine", [true]);
    await until(async () => (await keeper.count("closeWeeks", "done")) === 1);
  });

  it("outbids another's transaction of the same account that is not mined for long", async () => {
    const other = await wallet().sendTransaction({ to: wallet().address });
    const keeper = await begin({ replaceAfterMs: 300 });
    await until(async () => (await pending())[0]!.hash !== other.hash);
    expect(await keeper.count("closeWeeks", "busy")).to.be.greaterThan(0);
    await mine();
    await until(async () => (await keeper.count("closeWeeks", "done")) === 1);
  });

  it("waits for one on its way when it ends, for a grace time", async () => {
    const keeper = await begin({ graceMs: 10_000 });
    await until(async () => (await pending()).length === 1);
    stop.abort();
    await new Promise((resolve) => setTimeout(resolve, 150));
    await mine();
    await running;
    expect(await keeper.count("closeWeeks", "done")).to.equal(1);
  });

  it("does not wait longer than the grace time", async () => {
    const keeper = await begin({ graceMs: 200 });
    await until(async () => (await pending()).length === 1);
    const abortedAt = Date.now();
    stop.abort();
    await running;
    expect(Date.now() - abortedAt).to.be.within(150, 2_000);
    expect(await keeper.count("closeWeeks", "pending")).to.equal(1);
  });
});
