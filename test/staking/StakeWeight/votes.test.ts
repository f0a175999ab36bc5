import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { weightOf, WCT } from "../../support/amounts";
import { funded, locked, unlocking } from "../../support/funded";
import { equalWeights } from "../../support/rewarded";
import { nextAt, now, warpTo, WEEK } from "../../support/time";

/** {@link equalWeights}, where alice's votes went from her to bob, to carol, and back, a week each, while she unlocked. */
async function wandering() {
  const fixture = await equalWeights();
  const { stakeWeight, alice, bob, carol, thursday } = fixture;
  await nextAt(thursday);
  await stakeWeight.connect(alice).delegate(bob);
  await nextAt(thursday + WEEK);
  await stakeWeight.connect(alice).initiateUnlock();
  await nextAt(thursday + 2n * WEEK);
  await stakeWeight.connect(alice).delegate(carol);
  await nextAt(thursday + 3n * WEEK);
  await stakeWeight.connect(alice).increaseAmount(7n * WCT);
  await nextAt(thursday + 4n * WEEK);
  await stakeWeight.connect(alice).delegate(alice);
  await nextAt(thursday + 5n * WEEK);
  await stakeWeight.connect(alice).relock(104n);
  await warpTo(thursday + 6n * WEEK);
  return fixture;
}

describe("StakeWeight", () => {
  describe("clock", () => {
    it("is the timestamp", async () => {
      const { stakeWeight } = await loadFixture(funded);
      expect(await stakeWeight.clock()).to.equal(await now());
      expect(await stakeWeight.CLOCK_MODE()).to.equal("mode=timestamp");
    });
  });

  describe("votes", () => {
    it("are everybody's own weight at first", async () => {
      const { stakeWeight, alice, amount } = await loadFixture(locked);
      expect(await stakeWeight.delegates(alice)).to.equal(alice.address);
      expect(await stakeWeight.getVotes(alice)).to.equal(weightOf(amount, 52n * WEEK));
    });

    it("are none without a position", async () => {
      const { stakeWeight, stranger } = await loadFixture(locked);
      expect(await stakeWeight.getVotes(stranger)).to.equal(0n);
      expect(await stakeWeight.getPastVotes(stranger, 0n)).to.equal(0n);
    });

    it("decay with the weight", async () => {
      const { stakeWeight, alice, amount, unlockEnd } = await loadFixture(unlocking);
      await warpTo(unlockEnd - 1_000n);
      expect(await stakeWeight.getVotes(alice)).to.equal(weightOf(amount, 1_000n));
      await warpTo(unlockEnd);
      expect(await stakeWeight.getVotes(alice)).to.equal(0n);
    });

    it("of the past are told where they were at every second", async () => {
      const { stakeWeight, alice, bob, carol, thursday } = await loadFixture(wandering);
      const holders = [alice, bob, carol];
      // Whose votes alice's were, from which second on.
      const homes: [since: bigint, holder: typeof alice][] = [
        [0n, alice],
        [thursday, bob],
        [thursday + 2n * WEEK, carol],
        [thursday + 4n * WEEK, alice],
      ];
      for (let week = -1n; week < 6n; ++week) {
        for (const offset of [-1n, 0n, 1n, 12_345n]) {
          const second = thursday + week * WEEK + offset;
          const [, home] = homes.filter(([since]) => since <= second).at(-1)!;
          const weight = await stakeWeight.weightAt(alice, second);
          for (const holder of holders) {
            const own = holder === alice ? 0n : await stakeWeight.weightAt(holder, second);
            const votes = await stakeWeight.getPastVotes(holder, second);
            expect(votes, `${week} ${offset}`).to.equal(own + (holder === home ? weight : 0n));
          }
        }
      }
    });

    // Invariant 7.
    it("add up to the past total", async () => {
      const { stakeWeight, alice, bob, carol, thursday } = await loadFixture(wandering);
      for (let second = thursday - WEEK; second < thursday + 6n * WEEK; second += 50_000n) {
        const votes = await Promise.all([alice, bob, carol].map((one) => stakeWeight.getPastVotes(one, second)));
        const total = await stakeWeight.getPastTotalSupply(second);
        expect(total).to.equal(await stakeWeight.totalWeightAt(second));
        expect(total - votes.reduce((sum, one) => sum + one, 0n)).to.be.within(0n, 5n);
      }
    });

    // Invariant 6.
    it("of the past are final", async () => {
      const { stakeWeight, alice, bob, carol, thursday } = await loadFixture(equalWeights);
      await nextAt(thursday);
      await stakeWeight.connect(alice).delegate(bob);
      const read = () =>
        Promise.all(
          [alice, bob, carol].flatMap((one) =>
            [thursday - 1n, thursday].map((second) => stakeWeight.getPastVotes(one, second)),
          ),
        );
      await warpTo(thursday + 1n);
      const before = await read();
      await stakeWeight.connect(alice).delegate(carol);
      await stakeWeight.connect(alice).initiateUnlock();
      await stakeWeight.connect(bob).delegate(carol);
      await warpTo(thursday + 60n * WEEK);
      await stakeWeight.connect(alice).withdraw();
      expect(await read()).to.deep.equal(before);
    });

    for (const view of ["getPastVotes", "getPastTotalSupply"] as const) {
      for (const ahead of [0n, 1n, 1_000_000n]) {
        it(`refuses ${view} ${ahead} seconds ahead`, async () => {
          const { stakeWeight, alice } = await loadFixture(locked);
          const clock = await now();
          const call =
            view === "getPastVotes"
              ? stakeWeight.getPastVotes(alice, clock + ahead)
              : stakeWeight.getPastTotalSupply(clock + ahead);
          await expect(call)
            .to.be.revertedWithCustomError(stakeWeight, "ERC5805FutureLookup")
            .withArgs(clock + ahead, clock);
        });
      }
    }

    it("of the last second are told", async () => {
      const { stakeWeight, alice, amount } = await loadFixture(locked);
      const weight = weightOf(amount, 52n * WEEK);
      await warpTo((await now()) + 1n);
      expect(await stakeWeight.getPastVotes(alice, (await now()) - 1n)).to.equal(weight);
      expect(await stakeWeight.getPastTotalSupply((await now()) - 1n)).to.equal(weight);
    });
  });
});
