import { expect } from "chai";
import { parseEther } from "ethers";
import { type Connection, InvalidValueError, rewards, staking, time, token } from "../../src/index.js";
import { useChain } from "../support/chain.js";
import { doAt, warpBefore } from "../support/doAt.js";

const { WEEK, PRESETS, weekStartOf } = time;

describe("rewards", () => {
  const chain = useChain();
  let alice: Connection;
  let bob: Connection;
  let funder: Connection;
  /** A Thursday 00:00 UTC some weeks after everything before. */
  let thursday: bigint;

  beforeEach(async () => {
    const { wallets, connectAs, give, now } = chain();
    alice = await connectAs(wallets[5]!);
    bob = await connectAs(wallets[6]!);
    funder = await connectAs(wallets[2]!);
    for (const { account } of [alice, bob, funder]) await give(account!, parseEther("1000000"));
    thursday = weekStartOf(await now()) + 3n * WEEK;
  });

  async function stakeAt(
    connection: Connection,
    timestamp: bigint,
    amount: bigint,
    presetWeeks: bigint,
  ): Promise<void> {
    await warpBefore(chain(), timestamp);
    const [call] = await staking.prepareStake(connection, { amount, presetWeeks });
    await doAt(chain(), call!, timestamp);
  }

  async function fund(weekStart: bigint, amountPerWeek: bigint, weekCount = 1): Promise<void> {
    for (const call of await rewards.prepareFund(funder, { weekStart, amountPerWeek, weekCount })) {
      await doAt(chain(), call);
    }
  }

  const warpTo = (timestamp: bigint) => chain().warpTo(Number(timestamp));
  const claimable = ({ account }: Connection) => rewards.claimable(alice, { account: account! });

  /** Σ by week, with what the bound in its documentation allows. */
  async function expectSum(connection: Connection, weeks: number, stretches: number): Promise<bigint> {
    const byWeek = await rewards.claimableByWeek(connection);
    const sum = byWeek.reduce((total, { amount }) => total + amount, 0n);
    const difference = (await claimable(connection)) - sum;
    expect(difference >= 0n, `${difference} wei too many`).to.equal(true);
    expect(difference <= BigInt(weeks - stretches), `${difference} wei missing`).to.equal(true);
    return difference;
  }

  describe("prepareFund", () => {
    it("approves exactly the sum, and funds one week", async () => {
      await warpTo(thursday);
      const calls = await rewards.prepareFund(funder, { weekStart: thursday, amountPerWeek: 7n });
      expect(calls.map(({ signature }) => signature)).to.deep.equal([
        "approve(address,uint256)",
        "fund(uint256,uint256)",
      ]);
      expect(calls[0]!.args[1]).to.equal(7n);
      for (const call of calls) await doAt(chain(), call);
      expect(await rewards.rewardForPeriod(funder, { weekStart: thursday })).to.equal(7n);
    });

    it("funds several weeks in one call", async () => {
      await warpTo(thursday);
      const calls = await rewards.prepareFund(funder, { weekStart: thursday + WEEK, amountPerWeek: 7n, weekCount: 3 });
      expect(calls.map(({ args }) => args.at(-1))).to.deep.equal([21n, 7n]);
      for (const call of calls) await doAt(chain(), call);
      const weeks = await rewards.listWeeks(funder, { count: 5 });
      expect(weeks.map(({ reward }) => reward)).to.deep.equal([0n, 7n, 7n, 7n, 0n]);
      const { address: spender } = funder.deployment.contracts.RewardDistributor!;
      expect(await token.allowance(funder, { owner: funder.account!, spender })).to.equal(0n);
    });

    it("is one call when the allowance is enough", async () => {
      const { address: spender } = funder.deployment.contracts.RewardDistributor!;
      await doAt(chain(), token.approve(funder, { spender, value: 21n }));
      const calls = await rewards.prepareFund(funder, { weekStart: thursday, amountPerWeek: 7n, weekCount: 3 });
      expect(calls.map(({ signature }) => signature)).to.deep.equal(["fundRange(uint256,uint256,uint256)"]);
    });
  });

  describe("listWeeks", () => {
    it("tells finished, running and coming weeks", async () => {
      await stakeAt(alice, thursday - 1n, parseEther("1000"), 52n);
      await fund(thursday, 70n, 3);
      await warpTo(thursday + WEEK);
      const totalWeight = (parseEther("1000") * 52n) / 209n;
      const expected = [
        { weekStart: thursday - WEEK, state: "finished", reward: 0n, totalWeight: 0n, isClosed: false },
        { weekStart: thursday, state: "finished", reward: 70n, totalWeight, isClosed: false },
        { weekStart: thursday + WEEK, state: "running", reward: 70n, totalWeight, isClosed: false },
        { weekStart: thursday + 2n * WEEK, state: "coming", reward: 70n, totalWeight, isClosed: false },
        { weekStart: thursday + 3n * WEEK, state: "coming", reward: 0n, totalWeight, isClosed: false },
      ];
      const list = () => rewards.listWeeks(alice, { count: 5, from: thursday - 1n });
      expect(await list()).to.deep.equal(expected);
      await doAt(chain(), rewards.closeWeeks(alice, { max: 1000 }));
      const closed = expected.map((week) => ({ ...week, isClosed: week.state === "finished" }));
      expect(await list()).to.deep.equal(closed);
    });

    it("begins with the running week", async () => {
      await warpTo(thursday + WEEK - 1n);
      expect((await rewards.listWeeks(alice, { count: 1 }))[0]).to.include({ weekStart: thursday, state: "running" });
      await warpTo(thursday + WEEK);
      expect((await rewards.listWeeks(alice, { count: 1 }))[0]).to.include({
        weekStart: thursday + WEEK,
        state: "running",
      });
      expect(await rewards.listWeeks(alice, { count: 0 })).to.deep.equal([]);
    });

    it("hands on what nobody had weight for, closed or not", async () => {
      await warpTo(thursday);
      await fund(thursday, 100n, 2);
      await stakeAt(alice, thursday + WEEK + 5n, parseEther("1"), 4n);
      await warpTo(thursday + 2n * WEEK);
      const list = () => rewards.listWeeks(alice, { count: 3, from: thursday });
      const rewardsOf = async () => (await list()).map(({ reward }) => reward);
      expect(await rewardsOf()).to.deep.equal([0n, 0n, 200n]);
      await doAt(chain(), rewards.closeWeeks(alice, { max: 1000 }));
      expect(await rewardsOf()).to.deep.equal([0n, 0n, 200n]);
      await warpTo(thursday + 3n * WEEK);
      expect(await rewardsOf()).to.deep.equal([0n, 0n, 200n]);
      await doAt(chain(), rewards.closeWeeks(alice, { max: 1000 }));
      expect(await rewardsOf()).to.deep.equal([0n, 0n, 200n]);
    });

    it("refuses a count that is none", async () => {
      for (const count of [-1, 1.5, 1_001]) {
        let error: unknown;
        await rewards.listWeeks(alice, { count }).catch((thrown: unknown) => (error = thrown));
        expect(error).to.be.instanceOf(InvalidValueError);
      }
    });
  });

  describe("rewardRate", () => {
    it("is the share of a token in the week", async () => {
      await stakeAt(alice, thursday - 1n, parseEther("600"), 52n);
      await stakeAt(bob, thursday + 1n, parseEther("9999"), 104n);
      const reward = parseEther("12");
      await fund(thursday, reward);
      await warpTo(thursday + WEEK);
      // Bob came after the week began.
      const totalWeight = (parseEther("600") * 52n) / 209n;
      const rate = await rewards.rewardRate(alice, { presetWeeks: 52, period: "last" });
      expect(rate).to.deep.include({ weekStart: thursday, reward, totalWeight, weeklyPerToken: parseEther("0.02") });
      expect(rate.aprWad).to.equal((parseEther("0.02") * 31_557_600n) / WEEK);
      expect(rate.apr).to.be.closeTo(0.02 * 52.178571428571, 1e-12);
      // What Alice gets for her 600 tokens is that rate, less what rounding each share down takes.
      const earned = await rewards.rewardOf(alice, { account: alice.account!, weekStart: thursday });
      expect(600n * rate.weeklyPerToken! - earned).to.be.oneOf([0n, 1n]);
    });

    it("is in proportion to the preset", async () => {
      await stakeAt(alice, thursday - 1n, parseEther("600"), 52n);
      await warpTo(thursday);
      await fund(thursday, parseEther("12"));
      const of = async (presetWeeks: bigint) =>
        (await rewards.rewardRate(alice, { presetWeeks, period: "running" })).weeklyPerToken!;
      for (const presetWeeks of PRESETS) {
        expect(await of(presetWeeks)).to.equal((parseEther("0.02") * presetWeeks) / 52n);
      }
    });

    it("includes a new stake that dilutes it", async () => {
      await stakeAt(alice, thursday - 1n, parseEther("600"), 52n);
      await warpTo(thursday);
      await fund(thursday, parseEther("12"), 2);
      const amount = parseEther("600");
      const told = await rewards.rewardRate(bob, { presetWeeks: 52, period: "running", amount });
      expect(told.weeklyPerToken).to.equal(parseEther("0.01"));
      await stakeAt(bob, thursday + 10n, amount, 52n);
      await warpTo(thursday + 2n * WEEK);
      const earned = await rewards.rewardOf(bob, { account: bob.account!, weekStart: thursday + WEEK });
      // Rounding down takes less than one wei.
      expect(600n * told.weeklyPerToken! - earned).to.be.oneOf([0n, 1n]);
    });

    it("is undefined, never infinite, if nobody has weight", async () => {
      await warpTo(thursday);
      await fund(thursday, 100n);
      for (const period of ["last", "running"] as const) {
        for (const amount of [undefined, 5n]) {
          const rate = await rewards.rewardRate(alice, { presetWeeks: 4, period, ...(amount ? { amount } : {}) });
          expect(rate).to.deep.include({
            totalWeight: 0n,
            weeklyPerToken: undefined,
            apr: undefined,
            aprWad: undefined,
          });
        }
      }
    });

    it("is 0 if there is weight and no reward", async () => {
      await stakeAt(alice, thursday - 1n, parseEther("600"), 52n);
      await warpTo(thursday);
      const rate = await rewards.rewardRate(alice, { presetWeeks: 104, period: "running" });
      expect(rate).to.deep.include({ reward: 0n, weeklyPerToken: 0n, apr: 0, aprWad: 0n });
    });

    it("throws for what is no preset", async () => {
      let error: unknown;
      await rewards.rewardRate(alice, { presetWeeks: 5, period: "last" }).catch((thrown: unknown) => (error = thrown));
      expect(error).to.be.instanceOf(InvalidValueError).with.property("parameter", "presetWeeks");
    });
  });

  describe("claimableByWeek", () => {
    it("has nothing on an empty network, nor for who never staked", async () => {
      expect(await rewards.claimableByWeek(alice)).to.deep.equal([]);
      await warpTo(thursday + 60n * WEEK);
      expect(await rewards.claimableByWeek(alice)).to.deep.equal([]);
    });

    it("tells each week up to the last finished one", async () => {
      await stakeAt(alice, thursday - 1n, parseEther("100"), 52n);
      await stakeAt(bob, thursday, parseEther("100"), 52n);
      await fund(thursday, 1_001n, 3);
      await warpTo(thursday + WEEK - 1n);
      expect(await rewards.claimableByWeek(alice)).to.deep.equal([]);
      await warpTo(thursday + 3n * WEEK);
      expect(await rewards.claimableByWeek(alice)).to.deep.equal([
        // All of it, 1,001, but for the wei that rounding down takes.
        { weekStart: thursday, amount: 1_000n },
        { weekStart: thursday + WEEK, amount: 500n },
        { weekStart: thursday + 2n * WEEK, amount: 500n },
      ]);
      await expectSum(alice, 3, 1);
      expect(await rewards.claimableByWeek(bob)).to.have.length(2);
      expect(await expectSum(bob, 2, 1)).to.equal(0n);
    });

    it("goes on after a claim with the weeks after it", async () => {
      await stakeAt(alice, thursday - 1n, parseEther("100"), 52n);
      await fund(thursday, 1_000n, 4);
      await warpTo(thursday + 2n * WEEK);
      await doAt(chain(), rewards.claim(alice, { account: alice.account! }));
      expect(await rewards.claimableByWeek(alice)).to.deep.equal([]);
      await warpTo(thursday + 3n * WEEK);
      const [week, ...none] = await rewards.claimableByWeek(alice);
      expect(none).to.deep.equal([]);
      expect(week!.weekStart).to.equal(thursday + 2n * WEEK);
    });

    it("adds up, through changes, an unlock and its end", async () => {
      await stakeAt(bob, thursday - 1n, parseEther("77"), 104n);
      await stakeAt(alice, thursday + 1n, parseEther("100"), 4n);
      await fund(thursday, 10n ** 18n + 7n, 12);
      await warpBefore(chain(), thursday + 2n * WEEK + 5n);
      const [increase] = await staking.prepareIncrease(alice, { amount: 12_345n });
      await doAt(chain(), increase!);
      await doAt(chain(), staking.initiateUnlock(alice), thursday + 4n * WEEK + 100n);
      await warpTo(thursday + 12n * WEEK);
      const weeks = await rewards.claimableByWeek(alice);
      // From the week after the stake to the last one that begins before the end.
      expect(weeks.map(({ weekStart }) => (weekStart - thursday) / WEEK)).to.deep.equal([1n, 2n, 3n, 4n, 5n, 6n, 7n]);
      await expectSum(alice, 7, 3);
      await expectSum(bob, 12, 1);
    });

    it("reaches the bound: every week but one may lack a wei", async () => {
      // Just less than a whole wei each week.
      await stakeAt(alice, thursday - 1n, 999_999n, 52n);
      await stakeAt(bob, thursday, 1n, 52n);
      await warpTo(thursday + WEEK - 1n);
      await fund(thursday + WEEK, 1n, 5);
      await warpTo(thursday + 6n * WEEK);
      expect(await rewards.claimableByWeek(alice)).to.deep.equal([]);
      expect(await expectSum(alice, 6, 1)).to.equal(4n);
    });

    it("stands a year of silence", async () => {
      await stakeAt(alice, thursday - 1n, parseEther("100"), 26n);
      await stakeAt(bob, thursday, parseEther("50"), 26n);
      await fund(thursday, parseEther("3") + 1n, 60);
      await warpTo(thursday + 53n * WEEK);
      const weeks = await rewards.claimableByWeek(alice);
      expect(weeks).to.have.length(53);
      await expectSum(alice, 53, 1);
      const newest = await rewards.claimableByWeek(alice, { maxWeeks: 5 });
      expect(newest).to.deep.equal(weeks.slice(-5));
      const [running] = await rewards.listWeeks(alice, { count: 1 });
      expect(running).to.include({ state: "running", reward: parseEther("3") + 1n });
    });

    it("refuses a number of weeks that is none", async () => {
      let error: unknown;
      await rewards.claimableByWeek(alice, { maxWeeks: 0 }).catch((thrown: unknown) => (error = thrown));
      expect(error).to.be.instanceOf(InvalidValueError).with.property("parameter", "maxWeeks");
    });
  });
});
