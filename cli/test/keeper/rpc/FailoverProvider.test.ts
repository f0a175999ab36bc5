import { expect } from "chai";
import { Interface } from "ethers";
import { nodeRewards, rewards } from "stakeweight-sdk";
import { nodeRewardsAbi } from "stakeweight-sdk/abi";
import { useChain } from "../../../../sdk/test/support/chain.js";
import { testKeeper, type TestKeeper, until } from "../support/keepers.js";
import { asOracle, mine, standBy } from "../support/nodes.js";
import { type Behaviour, UnreliableRpc } from "../support/UnreliableRpc.js";

const WEEK = 604_800;

describe("keeper with unreliable RPCs", () => {
  const chain = useChain();
  let rpc: UnreliableRpc;
  let other: UnreliableRpc;
  let stop: AbortController;
  let running: Promise<void> | undefined;

  beforeEach(async () => {
    stop = new AbortController();
    [rpc, other] = await Promise.all([UnreliableRpc.start(chain().url), UnreliableRpc.start(chain().url)]);
  });
  afterEach(async () => {
    stop.abort();
    await running;
    running = undefined;
    await Promise.all([rpc.stop(), other.stop()]);
  });

  const begin = async (...args: Parameters<typeof testKeeper>): Promise<TestKeeper> => {
    const keeper = await testKeeper(...args);
    running = keeper.keeper.run(stop.signal);
    return keeper;
  };
  const wallet = () => chain().wallets[20]!;
  const openWeek = async () => rewards.firstOpenWeekStart(await chain().connectAs(chain().wallets[21]!));
  const letWeekEnd = async () => {
    await chain().warpTo(Number(await openWeek()) + WEEK);
  };
  const isWell = (keeper: TestKeeper) => () => keeper.health.now.status === "ok";
  const isDegraded = (keeper: TestKeeper) => () => keeper.health.now.status === "degraded";
  const isClosed = (keeper: TestKeeper) => async () => (await keeper.count("closeWeeks", "done")) === 1;

  const troubles: { name: string; behaviour: () => Promise<Behaviour> | Behaviour; reason: RegExp }[] = [
    { name: "dies", behaviour: () => "dead", reason: /: no connection \(UND_ERR_SOCKET\)$/ },
    { name: "is overloaded", behaviour: () => "overloaded", reason: /: HTTP status 503$/ },
    { name: "allows no more requests", behaviour: () => "limiting", reason: /: HTTP status 429$/ },
    {
      name: "answers other requests",
      behaviour: () => ({ instead: { eth_getBlockByNumber: () => ({ id: 0, result: null }) } }),
      reason: /: it answered another request$/,
    },
    {
      name: "lacks the state",
      behaviour: () => ({ instead: { eth_call: () => ({ error: { code: -32000, message: "header not found" } }) } }),
      reason: /: eth_call: header not found$/,
    },
    { name: "answers late", behaviour: () => ({ lateMs: 400 }), reason: /: no answer within 150 ms$/ },
    {
      name: "goes back",
      behaviour: async () => ({ head: (await chain().provider.getBlockNumber()) - 20 }),
      reason: /: its head went back from block \d+ to \d+$/,
    },
    {
      name: "is ahead of the clock",
      behaviour: () => ({ timestamp: Math.floor(Date.now() / 1000) + 10 * WEEK }),
      reason: /: its head, block \d+, is \d+ seconds ahead of the clock$/,
    },
    {
      name: "is behind the clock",
      behaviour: () => ({ timestamp: Math.floor(Date.now() / 1000) - 10 * WEEK }),
      reason: /: its head, block \d+, is \d+ seconds old$/,
    },
  ];
  for (const { name, behaviour, reason } of troubles) {
    it(`does nothing while its only RPC ${name}, says so, and goes on afterwards`, async () => {
      const keeper = await begin([rpc.url], wallet(), { requestTimeoutMs: 150, headToleranceMs: 2 * WEEK * 1000 });
      await until(isWell(keeper));
      rpc.behaviour = await behaviour();
      await until(isDegraded(keeper));
      await letWeekEnd();
      await until(() => keeper.log.some(({ msg }) => reason.test(msg)));
      expect(keeper.health.now.reasons.join()).to.match(reason);
      expect(await keeper.count("closeWeeks", "done")).to.equal(0);

      rpc.behaviour = "honest";
      await until(isClosed(keeper));
      await until(isWell(keeper));
    });
  }

  it("goes over to the next RPC, and comes back", async () => {
    const keeper = await begin([rpc.url, other.url], wallet());
    await until(isWell(keeper));
    rpc.behaviour = "dead";
    await letWeekEnd();
    await until(isClosed(keeper));
    expect(keeper.provider.endpoint).to.equal(new URL(other.url).host);
    rpc.behaviour = "honest";
    await until(() => keeper.provider.endpoint === new URL(rpc.url).host);
    await until(isWell(keeper));
  });

  it("never asks an RPC of another chain for anything", async () => {
    rpc.behaviour = { chainId: 1 };
    await letWeekEnd();
    const keeper = await begin([rpc.url, other.url], wallet());
    await until(isClosed(keeper));
    expect([...rpc.asked.keys()]).to.deep.equal(["eth_chainId"]);
    expect(keeper.log.map(({ msg }) => msg)).to.include(`${new URL(rpc.url).host}: it is on chain 1 and not on 31337`);
  });

  it("asks an RPC that comes back for its chain first", async () => {
    const keeper = await begin([rpc.url], wallet());
    await until(isWell(keeper));
    rpc.behaviour = "dead";
    await until(isDegraded(keeper));
    rpc.behaviour = { chainId: 1 };
    await until(() => keeper.health.now.reasons.some((reason) => reason.endsWith("on chain 1 and not on 31337")));
    rpc.behaviour = "honest";
    await until(isWell(keeper));
  });

  it("sends a transaction once whose answer is lost", async () => {
    const keeper = await begin([rpc.url, other.url], wallet());
    await until(isWell(keeper));
    const before = await chain().provider.getTransactionCount(wallet().address);
    rpc.behaviour = "swallowing";
    await letWeekEnd();
    await until(isClosed(keeper));
    expect(await chain().provider.getTransactionCount(wallet().address)).to.equal(before + 1);
  });

  it("does not try again at once what another transaction of the account is said to have done", async () => {
    const keeper = await testKeeper([rpc.url], wallet());
    await letWeekEnd();
    // It counts the account's transactions as of before, as caches do, and knows better when it is given one.
    const signal = new AbortController().signal;
    rpc.behaviour = {
      instead: { eth_sendRawTransaction: () => ({ error: { code: -32000, message: "nonce too low" } }) },
    };
    expect(await keeper.keeper.runOnce(signal)).to.equal(false);
    expect(await keeper.count("closeWeeks", "superseded")).to.equal(1);
  });

  it("shows no address that an RPC puts into a refusal", async () => {
    await letWeekEnd();
    const message = "upstream https://rpc.example/v3/secret refused";
    rpc.behaviour = { instead: { eth_sendRawTransaction: () => ({ error: { code: -32000, message } }) } };
    const keeper = await testKeeper([rpc.url], wallet());
    await keeper.keeper.runOnce(new AbortController().signal);
    expect(await keeper.count("closeWeeks", "rejected")).to.equal(1);
    expect(JSON.stringify(keeper.log)).to.contain("upstream").and.not.to.contain("secret");
  });

  it("waits for an RPC that is behind its own transaction before it says that all is done", async () => {
    const keeper = await testKeeper([rpc.url], wallet());
    const signal = new AbortController().signal;
    const before = await chain().provider.getBlockNumber();
    await chain().warpTo(Number(await openWeek()) + 60 * WEEK);
    const lagging = `0x${(await chain().provider.getBlockNumber()).toString(16)}`;
    expect(Number(lagging)).to.be.greaterThan(before);
    let looks = 0;
    rpc.behaviour = {
      instead: {
        eth_getBlockByNumber: ([block]) => {
          if (block !== "latest" || ++looks <= 2 || looks > 5) return undefined;
          return { result: laggingBlock };
        },
      },
    };
    const laggingBlock: unknown = await chain().provider.send("eth_getBlockByNumber", [lagging, false]);
    expect(await keeper.keeper.runOnce(signal)).to.equal(true);
    expect(await keeper.count("closeWeeks", "done")).to.equal(2);
  });

  it("does not believe a second RPC that is behind what the first one showed to be final", async () => {
    await chain().provider.send("hardhat_mine", ["0x28"]);
    const keeper = await testKeeper([rpc.url, other.url], wallet());
    const signal = new AbortController().signal;
    expect(await keeper.keeper.round(signal)).to.equal("idle");
    rpc.behaviour = "dead";
    other.behaviour = { head: (await chain().provider.getBlockNumber()) - 20 };
    expect(await keeper.keeper.round(signal)).to.equal("failed");
    expect(keeper.health.now.reasons.join()).to.match(
      /: its head, block \d+, is below block \d+, which was final already$/,
    );
  });

  it("does not believe an RPC that keeps events back", async () => {
    await standBy(chain(), chain().wallets[50]!);
    await (await testKeeper([other.url], wallet())).keeper.runOnce(new AbortController().signal);
    rpc.behaviour = { instead: { eth_getLogs: () => ({ result: [] }) } };
    const keeper = await begin([rpc.url], wallet());
    await until(() =>
      keeper.log.some(({ msg }) => msg.endsWith(": its events leave 0 nodes called up, the contract counts 1")),
    );
    expect(isWell(keeper)()).to.equal(false);
    rpc.behaviour = "honest";
    await until(isWell(keeper));
  });

  it("sends nothing through an RPC that took over while it waited, before its head is judged", async () => {
    for (const operator of chain().wallets.slice(50, 52)) await standBy(chain(), operator);
    const keeper = await testKeeper([rpc.url, other.url], wallet(), {
      headToleranceMs: 2 * WEEK * 1000,
      restMs: 5_000,
    });
    rpc.behaviour = {
      instead: {
        eth_sendRawTransaction: () => {
          rpc.behaviour = "dead";
          return undefined;
        },
      },
    };
    other.behaviour = { timestamp: Math.floor(Date.now() / 1000) + 10 * WEEK };
    expect(await keeper.keeper.round(new AbortController().signal)).to.equal("failed");
    expect(await keeper.count("callUp", "done")).to.equal(1);
    expect(other.asked.has("eth_sendRawTransaction")).to.equal(false);
  });

  it("offers a transaction to the next RPC that did not reach the first", async () => {
    const keeper = await begin([rpc.url, other.url], wallet(), { requestTimeoutMs: 200, restMs: 5_000 });
    await until(isWell(keeper));
    rpc.behaviour = { instead: { eth_sendRawTransaction: () => ({ delayMs: 3_000 }) } };
    await letWeekEnd();
    await until(isClosed(keeper));
    expect(other.asked.get("eth_sendRawTransaction")).to.equal(1);
  });

  it("lets a job wait that was simulated to succeed and reverts all the same", async () => {
    const operator = await standBy(chain(), chain().wallets[50]!);
    const slash = { operator, epoch: 1n, offence: "Confinement" } as const;
    await mine(nodeRewards.proposeSlash(await asOracle(chain()), { ...slash, slashBps: 10n }));
    await mine(rewards.pause(await chain().connectAs(chain().wallets[1]!)));
    await chain().warpTo((await chain().now()) + 2 * 86_400);
    const keeper = await testKeeper([rpc.url], wallet());
    const signal = new AbortController().signal;
    const selector = new Interface(nodeRewardsAbi).getFunction("executeSlash")!.selector;
    const isSlash = (request: unknown) => JSON.stringify(request).includes(selector);
    rpc.behaviour = {
      instead: {
        eth_call: ([request]) => (isSlash(request) ? { result: "0x" } : undefined),
        eth_estimateGas: ([request]) => (isSlash(request) ? { result: "0x7a120" } : undefined),
      },
    };
    const before = await chain().provider.getTransactionCount(wallet().address);
    expect(await keeper.keeper.runOnce(signal)).to.equal(false);
    expect(await keeper.keeper.runOnce(signal)).to.equal(false);
    expect(await keeper.count("executeSlash", "reverted")).to.equal(1);
    // The call-up, and this.
    expect(await chain().provider.getTransactionCount(wallet().address)).to.equal(before + 2);
  });

  it("leaves an RPC alone for longer and longer", async () => {
    rpc.behaviour = "dead";
    const keeper = await begin([rpc.url], wallet(), { restMs: 400, intervalMs: 100_000 });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    // At 0, 400 and 1,200 ms.
    expect(rpc.asked.get("eth_chainId")).to.be.within(2, 3);
    expect(keeper.health.now.status).to.equal("degraded");
  });

  it("ends after the grace time while the RPC does not answer about a transaction", async () => {
    await letWeekEnd();
    rpc.behaviour = { instead: { eth_getTransactionReceipt: () => ({ delayMs: 30_000 }) } };
    await begin([rpc.url], wallet(), { requestTimeoutMs: 20_000, graceMs: 500, pollMs: 20 });
    await until(() => rpc.asked.has("eth_getTransactionReceipt"));
    const abortedAt = Date.now();
    stop.abort();
    await running;
    expect(Date.now() - abortedAt).to.be.within(450, 850);
  });

  it("ends at once while an RPC does not answer", async () => {
    rpc.behaviour = { lateMs: 30_000 };
    await begin([rpc.url], wallet(), { requestTimeoutMs: 20_000 });
    await until(() => rpc.asked.size !== 0);
    const abortedAt = Date.now();
    stop.abort();
    await running;
    expect(Date.now() - abortedAt).to.be.below(1_000);
  });
});
