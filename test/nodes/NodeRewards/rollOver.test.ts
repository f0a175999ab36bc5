import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { MaxUint256 } from "ethers";
import { nodeOutcome, outcomeOf, PAY_TERMS, settling } from "../../support/settling";
import { DAY, HOUR, warpTo } from "../../support/time";

/** 1, 2, 3, … wei for `epoch` and the 39 after it, so that every one can be told in a sum. */
async function funded40() {
  const fixture = await settling();
  for (let index = 0n; index < 40n; ++index) await fixture.asFunder.fund(fixture.epoch + index, index + 1n);
  return fixture;
}

/** 1 + 2 + … + `count`. */
function sumTo(count: bigint): bigint {
  return (count * (count + 1n)) / 2n;
}

describe("NodeRewards", () => {
  describe("rollOver", () => {
    it("passes nothing while the epoch before the running one can be settled", async () => {
      const { nodeRewards, epoch } = await loadFixture(funded40);
      await warpTo((epoch + 2n) * DAY - 1n);
      expect(await nodeRewards.rollOver.staticCall(MaxUint256)).to.equal(0n);
      await expect(nodeRewards.rollOver(MaxUint256)).not.to.emit(nodeRewards, "BudgetRolledOver");
    });

    it("passes an epoch from the second on in which it cannot be settled any more", async () => {
      const { nodeRewards, epoch } = await loadFixture(funded40);
      await warpTo((epoch + 2n) * DAY);
      await expect(nodeRewards.rollOver(MaxUint256))
        .to.emit(nodeRewards, "BudgetRolledOver")
        .withArgs(epoch + 1n, 1n);
      expect(await nodeRewards.budgetOf(epoch)).to.equal(0n);
      expect(await nodeRewards.budgetOf(epoch + 1n)).to.equal(3n);
    });

    it("is for anyone", async () => {
      const { nodeRewards, stranger, epoch } = await loadFixture(funded40);
      await warpTo((epoch + 2n) * DAY);
      expect(await nodeRewards.connect(stranger).rollOver.staticCall(5n)).to.equal(1n);
    });

    it("passes the oldest first, as many as are asked for", async () => {
      const { nodeRewards, epoch } = await loadFixture(funded40);
      await warpTo((epoch + 41n) * DAY);
      expect(await nodeRewards.rollOver.staticCall(7n)).to.equal(7n);
      await expect(nodeRewards.rollOver(7n))
        .to.emit(nodeRewards, "BudgetRolledOver")
        .withArgs(epoch + 7n, sumTo(7n));
      expect(await nodeRewards.budgetOf(epoch + 7n)).to.equal(sumTo(8n));
    });

    it("passes none when none are asked for", async () => {
      const { nodeRewards, epoch } = await loadFixture(funded40);
      await warpTo((epoch + 41n) * DAY);
      expect(await nodeRewards.rollOver.staticCall(0n)).to.equal(0n);
      await expect(nodeRewards.rollOver(0n)).not.to.emit(nodeRewards, "BudgetRolledOver");
    });

    it("passes no epoch twice", async () => {
      const { nodeRewards, epoch } = await loadFixture(funded40);
      await warpTo((epoch + 41n) * DAY);
      await nodeRewards.rollOver(30n);
      expect(await nodeRewards.rollOver.staticCall(30n)).to.equal(10n);
      await nodeRewards.rollOver(30n);
      expect(await nodeRewards.rollOver.staticCall(30n)).to.equal(0n);
      expect(await nodeRewards.budgetOf(epoch + 40n)).to.equal(sumTo(40n));
    });

    it("works while paused", async () => {
      const { nodeRewards, pauser, epoch } = await loadFixture(funded40);
      await warpTo((epoch + 41n) * DAY);
      await nodeRewards.connect(pauser).pause();
      await nodeRewards.rollOver(40n);
      expect(await nodeRewards.budgetOf(epoch + 40n)).to.equal(sumTo(40n));
    });

    it("brings 400 missed epochs in", async () => {
      const { nodeRewards, asOracle, asFunder, operators, epoch } = await loadFixture(settling);
      await asFunder.fundRange(epoch, 367n, 10n);
      await warpTo((epoch + 401n) * DAY + HOUR);
      expect(await nodeRewards.rollOver.staticCall(MaxUint256)).to.equal(400n);
      await nodeRewards.rollOver(MaxUint256);
      expect(await nodeRewards.budgetOf(epoch + 400n)).to.equal(3_670n);
      await asOracle.settle(epoch + 400n, outcomeOf([nodeOutcome(operators[0]!)]), PAY_TERMS);
      expect(await nodeRewards.owedTo(operators[0]!)).to.equal(367n);
    });
  });

  describe("settle", () => {
    for (const [missed, broughtIn] of [
      [0n, 0n],
      [1n, 1n],
      [32n, 32n],
      [33n, 32n],
      [39n, 32n],
    ] as const) {
      describe(`when ${missed} epochs before were missed`, () => {
        it(`brings ${broughtIn} of them in`, async () => {
          const { nodeRewards, asOracle, epoch } = await loadFixture(funded40);
          const settled = epoch + missed;
          await warpTo((settled + 1n) * DAY + HOUR);
          const budget = sumTo(broughtIn) + missed + 1n;
          expect(await nodeRewards.budgetOf(settled)).to.equal(budget);
          const sent = asOracle.settle(settled, outcomeOf([]), PAY_TERMS);
          await expect(sent).to.emit(nodeRewards, "EpochSettled").withArgs(settled, budget, 0n, []);
          if (broughtIn === 0n) await expect(sent).not.to.emit(nodeRewards, "BudgetRolledOver");
          else {
            await expect(sent)
              .to.emit(nodeRewards, "BudgetRolledOver")
              .withArgs(epoch + broughtIn, sumTo(broughtIn));
          }
        });
      });
    }

    describe("when more were missed than it brings in", () => {
      it("leaves the rest to the next ones, and loses nothing", async () => {
        const { nodeRewards, asOracle, epoch } = await loadFixture(funded40);
        await warpTo((epoch + 40n) * DAY + HOUR);
        await asOracle.settle(epoch + 39n, outcomeOf([]), PAY_TERMS);
        expect(await nodeRewards.budgetOf(epoch + 40n)).to.equal(sumTo(40n));
        await warpTo((epoch + 41n) * DAY + HOUR);
        await expect(asOracle.settle(epoch + 40n, outcomeOf([]), PAY_TERMS))
          .to.emit(nodeRewards, "EpochSettled")
          .withArgs(epoch + 40n, sumTo(40n), 0n, []);
        expect(await nodeRewards.budgetOf(epoch + 41n)).to.equal(sumTo(40n));
      });

      it("counts no settled epoch again", async () => {
        const { nodeRewards, asOracle, epoch } = await loadFixture(funded40);
        await warpTo((epoch + 40n) * DAY + HOUR);
        await asOracle.settle(epoch + 39n, outcomeOf([]), PAY_TERMS);
        await warpTo((epoch + 60n) * DAY);
        await nodeRewards.rollOver(MaxUint256);
        expect(await nodeRewards.budgetOf(epoch + 59n)).to.equal(sumTo(40n));
      });
    });

    describe("when the missed epochs were rolled over before", () => {
      it("brings nothing in twice", async () => {
        const { nodeRewards, asOracle, epoch } = await loadFixture(funded40);
        await warpTo((epoch + 6n) * DAY + HOUR);
        await nodeRewards.rollOver(MaxUint256);
        const sent = asOracle.settle(epoch + 5n, outcomeOf([]), PAY_TERMS);
        await expect(sent)
          .to.emit(nodeRewards, "EpochSettled")
          .withArgs(epoch + 5n, sumTo(6n), 0n, []);
        await expect(sent).not.to.emit(nodeRewards, "BudgetRolledOver");
      });
    });
  });

  describe("budgetOf", () => {
    it("is 0 for an epoch that was passed", async () => {
      const { nodeRewards, epoch } = await loadFixture(funded40);
      await warpTo((epoch + 10n) * DAY);
      await nodeRewards.rollOver(5n);
      expect(await nodeRewards.budgetOf(epoch + 4n)).to.equal(0n);
      expect(await nodeRewards.budgetOf(0n)).to.equal(0n);
    });

    it("comes with what 32 epochs before hand on", async () => {
      const { nodeRewards, epoch } = await loadFixture(funded40);
      expect(await nodeRewards.budgetOf(epoch)).to.equal(1n);
      expect(await nodeRewards.budgetOf(epoch + 32n)).to.equal(sumTo(33n));
      expect(await nodeRewards.budgetOf(epoch + 33n)).to.equal(sumTo(32n) + 34n);
    });

    it("can be read of any epoch", async () => {
      const { nodeRewards } = await loadFixture(funded40);
      expect(await nodeRewards.budgetOf(MaxUint256)).to.equal(sumTo(32n));
    });
  });
});
