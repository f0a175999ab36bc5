import { expect } from "chai";
import { Interface } from "ethers";
import { type ContractName, findDeployment, nodeRewards, rewards } from "stakeweight-sdk";
import { nodeRegistryAbi, nodeRewardsAbi, rewardDistributorAbi } from "stakeweight-sdk/abi";
import { useChain } from "../../../sdk/test/support/chain.js";
import { testKeeper, type TestKeeper, until } from "./support/keepers.js";
import { asOracle, mine, standBy } from "./support/nodes.js";
import { type Behaviour, UnreliableRpc } from "./support/UnreliableRpc.js";

const WEEK = 604_800;

const abis = {
  NodeRegistry: nodeRegistryAbi,
  NodeRewards: nodeRewardsAbi,
  RewardDistributor: rewardDistributorAbi,
} as const;

describe("Keeper", () => {
  const chain = useChain();
  const reader = () => chain().connectAs(chain().wallets[22]!);

  /** How often an event was emitted since `fromBlock`. */
  async function countOf(
    contract: keyof typeof abis & ContractName,
    event: string,
    fromBlock: number,
  ): Promise<number> {
    const { address } = findDeployment(31337).contracts[contract]!;
    const topics = new Interface(abis[contract]).encodeFilterTopics(event, []);
    return (await chain().provider.getLogs({ address, topics, fromBlock })).length;
  }

  /** Two nodes stand by, a slash is due and a week is over. */
  async function muchToDo(): Promise<void> {
    const { wallets, warpTo } = chain();
    const operator = await standBy(chain(), wallets[50]!);
    await standBy(chain(), wallets[51]!);
    const slash = { operator, epoch: 1n, offence: "Confinement" } as const;
    await mine(nodeRewards.proposeSlash(await asOracle(chain()), { ...slash, slashBps: 10n }));
    await warpTo(Number(await rewards.firstOpenWeekStart(await reader())) + WEEK + 2 * 86_400);
  }

  describe("two of them, while their RPCs fail", () => {
    let rpcs: UnreliableRpc[];
    let keepers: TestKeeper[];
    let stop: AbortController;
    let running: Promise<unknown>;

    beforeEach(async () => {
      stop = new AbortController();
      rpcs = await Promise.all([1, 2].map(() => UnreliableRpc.start(chain().url)));
      keepers = await Promise.all(
        rpcs.map(({ url }, index) =>
          testKeeper([url], chain().wallets[20 + index]!, { jitterMs: 300, requestTimeoutMs: 200 }),
        ),
      );
      running = Promise.all(keepers.map(({ keeper }) => keeper.run(stop.signal)));
    });
    afterEach(async () => {
      stop.abort();
      await running;
      await Promise.all(rpcs.map((rpc) => rpc.stop()));
    });

    const areWell = () => keepers.every(({ health }) => health.now.status === "ok");
    const sum = async (duty: string, outcome: string) =>
      (await Promise.all(keepers.map((keeper) => keeper.count(duty, outcome)))).reduce((all, one) => all + one, 0);

    it("do every job exactly once, and live on", async () => {
      await until(areWell);
      const from = (await chain().provider.getBlockNumber()) + 1;
      const behaviours: Behaviour[] = [
        "dead",
        "swallowing",
        { lateMs: 300 },
        { chainId: 5 },
        { head: from - 15 },
        "overloaded",
        "honest",
      ];
      let at = 0;
      const interruption = setInterval(() => {
        // Never the same trouble on both.
        for (const [index, rpc] of rpcs.entries()) rpc.behaviour = behaviours[(at + index * 3) % behaviours.length]!;
        at += 1;
      }, 120);
      await muchToDo();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      clearInterval(interruption);
      for (const rpc of rpcs) rpc.behaviour = "honest";

      await until(async () => (await countOf("NodeRewards", "SlashExecuted", from)) === 1);
      await until(async () => (await countOf("NodeRegistry", "CalledUp", from)) === 2);
      await until(async () => (await countOf("RewardDistributor", "PeriodClosed", from)) === 1);
      await until(areWell);
      // A while longer, in which nothing is done twice.
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await countOf("NodeRewards", "SlashExecuted", from)).to.equal(1);
      expect(await countOf("NodeRegistry", "CalledUp", from)).to.equal(2);
      expect(await countOf("RewardDistributor", "PeriodClosed", from)).to.equal(1);
      expect(await sum("executeSlash", "done")).to.equal(1);
      expect(await sum("closeWeeks", "done")).to.equal(1);
      expect(areWell()).to.equal(true);
    });
  });

  it("two of one account do every job exactly once", async () => {
    const { wallets, url, provider } = chain();
    const from = (await provider.getBlockNumber()) + 1;
    const keepers = await Promise.all([1, 2].map(() => testKeeper([url], wallets[20]!)));
    await muchToDo();
    const stop = new AbortController();
    const running = Promise.all(keepers.map(({ keeper }) => keeper.run(stop.signal)));
    try {
      await until(async () => (await countOf("NodeRewards", "SlashExecuted", from)) === 1);
      await until(async () => (await countOf("NodeRegistry", "CalledUp", from)) === 2);
      expect(await countOf("RewardDistributor", "PeriodClosed", from)).to.equal(1);
      await until(() => keepers.every(({ health }) => health.now.status === "ok"));
    } finally {
      stop.abort();
      await running;
    }
  });

  it("tries a refused job again only after a while", async () => {
    const { wallets, url, warpTo, provider } = chain();
    const operator = await standBy(chain(), wallets[50]!);
    const slash = { operator, epoch: 1n, offence: "Confinement" } as const;
    await mine(nodeRewards.proposeSlash(await asOracle(chain()), { ...slash, slashBps: 10n }));
    await mine(rewards.pause(await chain().connectAs(wallets[1]!)));
    await warpTo((await chain().now()) + 2 * 86_400);
    const before = await provider.getTransactionCount(wallets[20]!.address);
    const one = await testKeeper([url], wallets[20]!, { retryAfterMs: 60_000 });
    const signal = new AbortController().signal;
    for (let round = 0; round < 5; ++round) expect(await one.keeper.runOnce(signal)).to.equal(false);
    expect(await one.count("executeSlash", "refused")).to.equal(1);
    // One transaction, the call-up.
    expect(await provider.getTransactionCount(wallets[20]!.address)).to.equal(before + 1);
  });

  it("looks again after its random wait, in which another keeper may have been faster", async () => {
    const { wallets, url, warpTo } = chain();
    const other = await testKeeper([url], wallets[21]!);
    const signal = new AbortController().signal;
    await warpTo(Number(await rewards.firstOpenWeekStart(await reader())) + WEEK);
    const clock = {
      now: () => Date.now(),
      sleep: async () => {
        await other.keeper.runOnce(signal);
      },
    };
    const one = await testKeeper([url], wallets[20]!, {}, clock);
    expect(await one.keeper.round(signal)).to.equal("idle");
    expect(await other.count("closeWeeks", "done")).to.equal(1);
    expect((await one.metrics.actions.get()).values).to.deep.equal([]);
  });

  it("sends nothing that a simulation shows to do nothing", async () => {
    const { wallets, url, warpTo, provider } = chain();
    const rpc = await UnreliableRpc.start(url);
    const { selector } = new Interface(rewardDistributorAbi).getFunction("closeWeeks")!;
    const isClosing = ([call]: unknown[]) => (call as { data?: string }).data?.startsWith(selector);
    const nothing = { result: `0x${"0".repeat(64)}` };
    rpc.behaviour = { instead: { eth_call: (params) => (isClosing(params) ? nothing : undefined) } };
    await warpTo(Number(await rewards.firstOpenWeekStart(await reader())) + WEEK);
    const before = await provider.getTransactionCount(wallets[20]!.address);
    const one = await testKeeper([rpc.url], wallets[20]!);
    await one.keeper.round(new AbortController().signal);
    await rpc.stop();
    expect(await one.count("closeWeeks", "idle")).to.equal(1);
    expect(await provider.getTransactionCount(wallets[20]!.address)).to.equal(before);
  });

  it("forgives an RPC that did all that was asked of it", async () => {
    const { wallets, url } = chain();
    const rpc = await UnreliableRpc.start(url);
    const one = await testKeeper([rpc.url], wallets[20]!, { restMs: 100 });
    const signal = new AbortController().signal;
    const roundOnceReady = async () => {
      await until(() => one.provider.readyAt <= Date.now());
      await one.keeper.round(signal);
    };
    rpc.behaviour = "dead";
    for (let failures = 0; failures < 4; ++failures) await roundOnceReady();
    rpc.behaviour = "honest";
    await roundOnceReady();
    expect(one.health.now.status).to.equal("ok");
    rpc.behaviour = "dead";
    await roundOnceReady();
    await rpc.stop();
    // The first failure again, and not the fifth.
    expect(one.provider.readyAt - Date.now()).to.be.within(0, 200);
  });

  it("says that its account runs dry", async () => {
    const { wallets, url, provider } = chain();
    const one = await testKeeper([url], wallets[20]!);
    const signal = new AbortController().signal;
    await provider.send("hardhat_setBalance", [wallets[20]!.address, "0x1"]);
    await muchToDo();
    expect(await one.keeper.runOnce(signal)).to.equal(false);
    expect(one.health.now.status).to.equal("degraded");
    expect(await one.count("closeWeeks", "unaffordable")).to.equal(1);
    await provider.send("hardhat_setBalance", [wallets[20]!.address, "0x8ac7230489e80000"]);
    await one.keeper.runOnce(signal);
    expect(one.health.now).to.deep.equal({ status: "ok", reasons: [] });
    expect(await one.count("closeWeeks", "done")).to.equal(1);
  });

  it("says that its account runs low before it runs dry", async () => {
    const { wallets, url, provider } = chain();
    const one = await testKeeper([url], wallets[20]!, { lowBalance: 1_000n });
    const signal = new AbortController().signal;
    await provider.send("hardhat_setBalance", [wallets[20]!.address, "0x3e7"]);
    await one.keeper.round(signal);
    expect(one.health.now.reasons).to.deep.equal(["the account has 0.000000000000000999 ether left for gas"]);
    await provider.send("hardhat_setBalance", [wallets[20]!.address, "0x3e8"]);
    await one.keeper.round(signal);
    expect(one.health.now).to.deep.equal({ status: "ok", reasons: [] });
  });

  it("does nothing where other code stands than was deployed", async () => {
    const { wallets, url, provider } = chain();
    await muchToDo();
    const { address } = findDeployment(31337).contracts.WalletRewards!;
    await provider.send("hardhat_setCode", [address, "0x00"]);
    const one = await testKeeper([url], wallets[20]!);
    expect(await one.keeper.runOnce(new AbortController().signal)).to.equal(false);
    expect(one.health.now.reasons.join()).to.contain("is not that of WalletRewards");
    expect((await one.metrics.actions.get()).values).to.deep.equal([]);
  });

  it("says once that its account cannot pay while fees are high", async () => {
    const { wallets, url, provider, warpTo } = chain();
    const one = await testKeeper([url], wallets[20]!, { maxFeePerGas: 10n ** 12n });
    await warpTo(Number(await rewards.firstOpenWeekStart(await reader())) + WEEK);
    // More than what is low, and less than what is needed.
    await provider.send("hardhat_setBalance", [wallets[20]!.address, `0x${(6n * 10n ** 15n).toString(16)}`]);
    await provider.send("hardhat_setNextBlockBaseFeePerGas", [`0x${(10n ** 11n).toString(16)}`]);
    await provider.send("evm_mine", []);
    const signal = new AbortController().signal;
    for (let round = 0; round < 3; ++round) {
      await one.keeper.round(signal);
      expect(one.health.now.reasons).to.deep.equal(["the account cannot pay for a transaction"]);
    }
    expect(one.log.filter(({ msg }) => msg === "no ether for gas")).to.have.length(1);
    await provider.send("hardhat_setBalance", [wallets[20]!.address, "0x8ac7230489e80000"]);
    await one.keeper.runOnce(signal);
    expect(one.health.now).to.deep.equal({ status: "ok", reasons: [] });
  });

  it("reads events anew when a longer chain took them back", async () => {
    const { wallets, url, provider, now, warpTo } = chain();
    const one = await testKeeper([url], wallets[20]!, { reorgDepth: 2 });
    const signal = new AbortController().signal;
    const operator = await standBy(chain(), wallets[50]!);
    const snapshot: unknown = await provider.send("evm_snapshot", []);
    const slash = { operator, epoch: 1n, offence: "Confinement" } as const;
    await mine(nodeRewards.proposeSlash(await asOracle(chain()), { ...slash, slashBps: 10n }));
    await provider.send("hardhat_mine", ["0x5"]);
    expect(await one.keeper.runOnce(signal)).to.equal(true);
    await provider.send("evm_revert", [snapshot]);
    await provider.send("hardhat_mine", ["0x40"]);
    await warpTo((await now()) + 2 * 86_400);
    await one.keeper.runOnce(signal);
    // Nobody would refuse what nobody tried.
    expect(await one.count("executeSlash", "refused")).to.equal(0);
    expect(one.health.now).to.deep.equal({ status: "ok", reasons: [] });
  });

  it("reads events anew that a reorganization took back", async () => {
    const { wallets, url, provider } = chain();
    const one = await testKeeper([url], wallets[20]!, { reorgDepth: 2 });
    const signal = new AbortController().signal;
    const snapshot: unknown = await provider.send("evm_snapshot", []);
    await standBy(chain(), wallets[50]!);
    await provider.send("hardhat_mine", ["0x5"]);
    await one.keeper.runOnce(signal);
    expect(await one.count("callUp", "done")).to.equal(1);

    await provider.send("evm_revert", [snapshot]);
    await provider.send("hardhat_mine", ["0x28"]);
    expect(await one.keeper.runOnce(signal)).to.equal(true);
    expect(await one.count("callUp", "refused")).to.equal(0);
    await standBy(chain(), wallets[51]!);
    await one.keeper.runOnce(signal);
    expect(await one.count("callUp", "done")).to.equal(2);
  });
});
