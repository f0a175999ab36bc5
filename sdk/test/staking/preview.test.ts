import { expect } from "chai";
import fc from "fast-check";
import { parseEther } from "ethers";
import { type Connection, InvalidValueError, staking, time } from "../../src/index.js";
import type { ContractDefinition } from "../../src/contract/ContractDefinition.js";
import { namedValues } from "../../src/contract/coding.js";
import { entryOf, interfaceOf } from "../../src/contract/interfaceOf.js";
import { stakeWeight } from "../../src/generated/actions/stakeWeight/contract.js";
import { useChain } from "../support/chain.js";
import { doAt, warpBefore } from "../support/doAt.js";

const { WEEK, DAY, PRESETS, weekStartOf } = time;

describe("previews", () => {
  const chain = useChain();
  let connection: Connection;
  let account: string;
  /** A Thursday 00:00 UTC some weeks after everything before. */
  let thursday: bigint;
  const amount = 1_234_567_890_123_456_789_012n;

  beforeEach(async () => {
    const { wallets, connectAs, give, now } = chain();
    connection = await connectAs(wallets[5]!);
    account = connection.account!;
    await give(account, parseEther("1000000"));
    thursday = weekStartOf(await now()) + 3n * WEEK;
  });

  async function stakeAt(timestamp: bigint, presetWeeks: bigint, wei = amount): Promise<void> {
    await warpBefore(chain(), timestamp);
    const calls = await staking.prepareStake(connection, { amount: wei, presetWeeks });
    await doAt(chain(), calls[0]!, timestamp);
  }

  /** What the chain has after an action is what was told before. */
  async function expectAsTold(preview: staking.Preview): Promise<void> {
    expect(preview.refusal).to.equal(undefined);
    expect(await staking.positionOf(connection, { account })).to.deep.equal(preview.after);
    expect(await staking.weightAt(connection, { account, timestamp: preview.at })).to.equal(preview.weightAfter);
    for (const { timestamp, weight } of preview.timeline) {
      expect(await staking.weightAt(connection, { account, timestamp })).to.equal(weight);
    }
  }

  /** The error that StakeWeight gives for a call, like a refusal. */
  async function refusalBy(call: { transaction: object }): Promise<staking.Refusal> {
    const definition: ContractDefinition = stakeWeight;
    try {
      await chain().provider.call({ ...call.transaction });
    } catch (error) {
      const data = (error as { data?: string }).data!;
      const parsed = interfaceOf(definition).parseError(data)!;
      const entry = entryOf(definition, "error", parsed.signature);
      return { error: parsed.name, args: namedValues(definition, entry.inputs ?? [], parsed.args) };
    }
    throw new Error("it is not refused");
  }

  describe("previewWeight", () => {
    it("tells what the chain tells, for every preset and many seconds", async () => {
      for (const presetWeeks of PRESETS) {
        const snapshot: unknown = await chain().provider.send("evm_snapshot", []);
        await stakeAt(thursday + 12_345n, presetWeeks);
        const locked = await staking.positionOf(connection, { account });
        const seconds = [0n, 1n, DAY, WEEK - 1n, WEEK, 30n * WEEK + 7n, 200n * WEEK].map(
          (after) => thursday + 12_345n + after,
        );
        for (const { timestamp, weight } of staking.previewWeight(locked, seconds)) {
          expect(await staking.weightAt(connection, { account, timestamp })).to.equal(weight);
        }
        await doAt(chain(), staking.initiateUnlock(connection), thursday + 99_999n);
        const unlocking = await staking.positionOf(connection, { account });
        const end = unlocking.unlockEnd;
        const later = [
          thursday + 99_999n,
          thursday + 100_000n,
          end - WEEK,
          end - 2n,
          end - 1n,
          end,
          end + 1n,
          end * 2n,
        ];
        for (const { timestamp, weight } of staking.previewWeight(unlocking, later)) {
          expect(await staking.weightAt(connection, { account, timestamp })).to.equal(weight);
        }
        await chain().provider.send("evm_revert", [snapshot]);
      }
    });

    it("tells what the chain tells of an unlocking position, whatever the second", async () => {
      await stakeAt(thursday, 104n);
      await doAt(chain(), staking.initiateUnlock(connection), thursday + 1n);
      const position = await staking.positionOf(connection, { account });
      const second = fc.bigInt({ min: thursday + 1n, max: position.unlockEnd + 10n });
      await fc.assert(
        fc.asyncProperty(second, async (timestamp) => {
          const [point] = staking.previewWeight(position, [timestamp]);
          expect(await staking.weightAt(connection, { account, timestamp })).to.equal(point!.weight);
        }),
        { numRuns: 50 },
      );
    });

    it("is 0 without a position", async () => {
      const none = await staking.positionOf(connection, { account });
      expect(staking.previewWeight(none, [0, 5n])).to.deep.equal([
        { timestamp: 0n, weight: 0n },
        { timestamp: 5n, weight: 0n },
      ]);
    });
  });

  describe("previewStake", () => {
    for (const presetWeeks of PRESETS) {
      it(`is what a stake for ${presetWeeks} weeks does`, async () => {
        const preview = await staking.previewStake(connection, { amount, presetWeeks, at: thursday });
        expect(preview).to.deep.include({
          account,
          at: thursday,
          weightBefore: 0n,
          remainingAfter: presetWeeks * WEEK,
        });
        expect(preview.weightAfter).to.equal((amount * presetWeeks) / 209n);
        expect(preview.unlockEnd).to.equal(thursday + presetWeeks * WEEK);
        expect(preview.timeline).to.have.length(Number(presetWeeks) + 1);
        await stakeAt(thursday, presetWeeks);
        await expectAsTold(preview);
      });
    }

    it("goes by the chain's clock", async () => {
      await chain().warpTo(Number(thursday + 5n));
      const preview = await staking.previewStake(connection, { amount, presetWeeks: 4 });
      expect(preview.at).to.equal(thursday + 5n);
      expect(preview.unlockEnd).to.equal(thursday + 4n * WEEK);
    });

    it("throws for a second that has passed", async () => {
      let error: unknown;
      await staking
        .previewStake(connection, { amount, presetWeeks: 4, at: 5 })
        .catch((thrown: unknown) => (error = thrown));
      expect(error).to.be.instanceOf(InvalidValueError).with.property("parameter", "at");
    });

    it("knows the last wei that fits", async () => {
      const room = 2n ** 96n - 1n - (await staking.totalStaked(connection));
      const full = await staking.previewStake(connection, { amount: room, presetWeeks: 4 });
      expect(full.refusal).to.equal(undefined);
      const over = await staking.previewStake(connection, { amount: room + 1n, presetWeeks: 4 });
      expect(over.refusal).to.deep.equal({
        error: "StakeLimitExceeded",
        args: { amount: room + 1n, available: room },
      });
      await stakeAt(thursday, 4n);
      const rest = 2n ** 96n - 1n - (await staking.totalStaked(connection));
      const increase = await staking.previewIncrease(connection, { amount: rest });
      const relock = await staking.previewRelock(connection, { presetWeeks: 8, amount: rest });
      expect([increase.refusal, relock.refusal]).to.deep.equal([undefined, undefined]);
    });

    it("tells what StakeWeight refuses, as it does", async () => {
      const refused = async (wei: bigint, presetWeeks: bigint) => {
        const { refusal, weightAfter, weightBefore } = await staking.previewStake(connection, {
          amount: wei,
          presetWeeks,
        });
        expect(refusal).to.deep.equal(await refusalBy(staking.stake(connection, { amount: wei, presetWeeks })));
        expect(weightAfter).to.equal(weightBefore);
        return refusal!.error;
      };
      expect(await refused(0n, 4n)).to.equal("ZeroAmount");
      expect(await refused(amount, 5n)).to.equal("InvalidPreset");
      expect(await refused(2n ** 96n, 104n)).to.equal("StakeLimitExceeded");
      expect(await refused(2n ** 256n - 1n, 104n)).to.equal("StakeLimitExceeded");
      await stakeAt(thursday, 4n);
      expect(await refused(amount, 4n)).to.equal("PositionExists");
      const pauser = await chain().connectAs(chain().wallets[1]!);
      await doAt(chain(), staking.pause(pauser));
      expect(await refused(amount, 4n)).to.equal("EnforcedPause");
    });
  });

  describe("previewIncrease", () => {
    it("is what an increase does while Locked", async () => {
      await stakeAt(thursday, 26n);
      const at = thursday + 55_555n;
      const preview = await staking.previewIncrease(connection, { amount: 7n, at });
      await warpBefore(chain(), at);
      const [call] = await staking.prepareIncrease(connection, { amount: 7n });
      await doAt(chain(), call!, at);
      await expectAsTold(preview);
    });

    it("is what an increase does while Unlocking, also in the last second", async () => {
      await stakeAt(thursday, 4n);
      await doAt(chain(), staking.initiateUnlock(connection));
      const { unlockEnd } = await staking.positionOf(connection, { account });
      for (const at of [thursday + 55_555n, unlockEnd - 1n]) {
        const preview = await staking.previewIncrease(connection, { amount: 777n, at });
        expect(preview.unlockEnd).to.equal(unlockEnd);
        expect(preview.timeline.at(-1)).to.deep.equal({ timestamp: unlockEnd, weight: 0n });
        await warpBefore(chain(), at);
        const calls = await staking.prepareIncrease(connection, { amount: 777n });
        await doAt(chain(), calls[0]!, at);
        await expectAsTold(preview);
      }
    });

    it("tells what StakeWeight refuses, as it does", async () => {
      const refused = async (wei: bigint) => {
        const { refusal } = await staking.previewIncrease(connection, { amount: wei });
        expect(refusal).to.deep.equal(await refusalBy(staking.increaseAmount(connection, { amount: wei })));
        return refusal!;
      };
      expect((await refused(5n)).args).to.deep.equal({ account, state: "None" });
      await stakeAt(thursday, 4n);
      expect((await refused(0n)).error).to.equal("ZeroAmount");
      expect((await refused(2n ** 96n)).error).to.equal("StakeLimitExceeded");
      await doAt(chain(), staking.initiateUnlock(connection));
      const { unlockEnd } = await staking.positionOf(connection, { account });
      const ahead = await staking.previewIncrease(connection, { amount: 5n, at: unlockEnd });
      expect(ahead.refusal).to.deep.equal({ error: "NoActivePosition", args: { account, state: "Unlocked" } });
      await chain().warpTo(Number(unlockEnd));
      expect(await refused(5n)).to.deep.equal(ahead.refusal);
    });
  });

  describe("previewRelock", () => {
    it("is what a longer preset does", async () => {
      await stakeAt(thursday, 4n);
      const preview = await staking.previewRelock(connection, { presetWeeks: 52, at: thursday + 9n });
      await doAt(chain(), staking.relock(connection, { presetWeeks: 52 }), thursday + 9n);
      await expectAsTold(preview);
    });

    it("is what stopping the decay does, with an amount too", async () => {
      await stakeAt(thursday, 52n);
      await doAt(chain(), staking.initiateUnlock(connection));
      const at = thursday + 27n * WEEK;
      const preview = await staking.previewRelock(connection, { presetWeeks: 26, amount: 3n, at });
      await warpBefore(chain(), at);
      const [call] = await staking.prepareUpdate(connection, { presetWeeks: 26, amount: 3n });
      await doAt(chain(), call!, at);
      await expectAsTold(preview);
      expect(preview.after.amount).to.equal(amount + 3n);
    });

    it("tells what StakeWeight refuses, as it does", async () => {
      const refused = async (presetWeeks: bigint, wei = 0n) => {
        const { refusal } = await staking.previewRelock(connection, { presetWeeks, amount: wei });
        expect(refusal).to.deep.equal(await refusalBy(staking.update(connection, { presetWeeks, amount: wei })));
        return refusal!.error;
      };
      expect(await refused(4n)).to.equal("NoActivePosition");
      await stakeAt(thursday, 52n);
      expect(await refused(53n)).to.equal("InvalidPreset");
      expect(await refused(26n)).to.equal("PresetTooShort");
      expect(await refused(52n)).to.equal("PositionUnchanged");
      expect(await refused(52n, 2n ** 96n)).to.equal("StakeLimitExceeded");
    });

    it("knows the second from which on a shorter preset does", async () => {
      await stakeAt(thursday, 52n);
      await doAt(chain(), staking.initiateUnlock(connection));
      const { unlockEnd } = await staking.positionOf(connection, { account });
      const from = unlockEnd - 26n * WEEK;
      const before = await staking.previewRelock(connection, { presetWeeks: 26, at: from - 1n });
      expect(before.refusal?.error).to.equal("PresetTooShort");
      const then = await staking.previewRelock(connection, { presetWeeks: 26, at: from });
      await doAt(chain(), staking.relock(connection, { presetWeeks: 26 }), from);
      await expectAsTold(then);
    });
  });

  describe("previewUnlock", () => {
    for (const [name, after] of [
      ["on Thursday 00:00:00", 0n],
      ["one second later", 1n],
      ["in the middle of the week", 3n * DAY + 12_345n],
      ["one second before Thursday", WEEK - 1n],
    ] as const) {
      it(`is what initiating does ${name}`, async () => {
        await stakeAt(thursday - 1n, 12n);
        const at = thursday + after;
        const preview = await staking.previewUnlock(connection, { at });
        expect(preview.timeLost).to.equal(after);
        expect(preview.unlockEnd).to.equal(thursday + 12n * WEEK);
        expect(preview.lastRewardWeekStart).to.equal(thursday + 11n * WEEK);
        expect(preview.weightLost).to.equal(preview.weightBefore - preview.weightAfter);
        await doAt(chain(), staking.initiateUnlock(connection), at);
        await expectAsTold(preview);
        const lastWeek = preview.lastRewardWeekStart!;
        expect(await staking.weightForPeriod(connection, { account, weekStart: lastWeek })).to.equal(amount / 209n);
        expect(await staking.weightForPeriod(connection, { account, weekStart: lastWeek + WEEK })).to.equal(0n);
      });
    }

    it("tells what StakeWeight refuses, as it does", async () => {
      const refused = async () => {
        const preview = await staking.previewUnlock(connection);
        expect(preview.refusal).to.deep.equal(await refusalBy(staking.initiateUnlock(connection)));
        expect(preview).to.deep.include({ weightLost: 0n, timeLost: 0n, lastRewardWeekStart: undefined });
        return preview;
      };
      expect((await refused()).unlockEnd).to.equal(undefined);
      await stakeAt(thursday, 4n);
      await doAt(chain(), staking.initiateUnlock(connection));
      const unlocking = await refused();
      expect(unlocking.refusal!.args).to.deep.equal({ account, state: "Unlocking" });
      expect(unlocking.unlockEnd).to.equal(thursday + 4n * WEEK);
      await chain().warpTo(Number(thursday + 60n * WEEK));
      expect((await refused()).refusal!.args).to.deep.equal({ account, state: "Unlocked" });
    });
  });

  describe("getStake and getVotesOf", () => {
    it("tell all of a position, of one moment", async () => {
      expect(await staking.getStake(connection)).to.deep.equal({
        account,
        position: { amount: 0n, presetWeeks: 0n, unlockEnd: 0n, state: "None" },
        weight: 0n,
        remaining: 0n,
        withdrawableAt: undefined,
        held: 0n,
        delegate: account,
        votes: 0n,
      });
      await stakeAt(thursday, 26n);
      const weight = (amount * 26n) / 209n;
      expect(await staking.getStake(connection)).to.deep.include({
        weight,
        votes: weight,
        remaining: 26n * WEEK,
        withdrawableAt: undefined,
      });
      await doAt(chain(), staking.initiateUnlock(connection), thursday + 10n);
      const end = thursday + 26n * WEEK;
      expect(await staking.getStake(connection)).to.deep.include({
        withdrawableAt: end,
        remaining: end - thursday - 10n,
      });
    });

    it("tell whose votes they are", async () => {
      const other = chain().wallets[6]!.address;
      await stakeAt(thursday, 26n);
      await doAt(chain(), staking.delegate(connection, { delegatee: other }));
      const own = (amount * 26n) / 209n;
      expect(await staking.getVotesOf(connection)).to.deep.equal({ votes: 0n, own, delegate: other });
      const ofOther = await staking.getVotesOf(connection, { account: other });
      expect(ofOther).to.deep.equal({ votes: own, own: 0n, delegate: other });
    });
  });
});
