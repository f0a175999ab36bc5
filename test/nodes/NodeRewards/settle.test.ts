import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import fc from "fast-check";
import { ONE } from "../../../scripts/performance/score";
import { MAX_AMOUNT, WCT } from "../../support/amounts";
import { stakeFor } from "../../support/nodes";
import {
  budgeted,
  earned,
  type NodeOutcome,
  nodeOutcome,
  Offence,
  outcomeOf,
  PAY_TERMS,
  payOf,
  settling,
  SlashState,
  sumOf,
} from "../../support/settling";
import { DAY, HOUR, warpTo } from "../../support/time";

/** Up to 32 nodes of any outcome. */
const nodesArbitrary = fc.array(
  fc.record({
    weight: fc.oneof(fc.bigInt(0n, 2n ** 91n), fc.bigInt(0n, 1_000n), fc.constant(100_000n * WCT)),
    isActive: fc.boolean(),
    isPaid: fc.boolean(),
    score: fc.oneof(fc.bigInt(0n, ONE), fc.constantFrom(0n, ONE, (8n * ONE) / 10n)),
  }),
  { minLength: 1, maxLength: 32 },
);

const termsArbitrary = fc.record({
  baseBps: fc.oneof(fc.bigInt(0n, 10_000n), fc.constantFrom(0n, 5_000n, 10_000n)),
  reservedBps: fc.oneof(fc.bigInt(0n, 10_000n), fc.constantFrom(0n, 5_000n, 10_000n)),
  shareCapBps: fc.oneof(fc.bigInt(1n, 10_000n), fc.constantFrom(1n, 1_000n, 10_000n)),
  slashBps: fc.constant(10n),
  equivocationSlashBps: fc.constant(100n),
});

/** An address for each of 32 nodes. */
function operatorAt(index: number): { address: string } {
  return { address: `0x${(index + 0x1000).toString(16).padStart(40, "0")}` };
}

describe("NodeRewards", () => {
  describe("settle", () => {
    for (const [percent, wei] of [
      [100n, 66_666_666_666_666_666_666n],
      [95n, 65_000_000_000_000_000_000n],
      [90n, 63_333_333_333_333_333_333n],
      [80n, 60_000_000_000_000_000_000n],
    ] as const) {
      it(`owes 1 of 15 equal nodes with ${percent} % ${wei} wei of 1,000 WCT`, async () => {
        const { nodeRewards, asOracle, operators, epoch } = await loadFixture(budgeted);
        const nodes = operators.slice(0, 15).map((operator) => nodeOutcome(operator));
        nodes[4]!.score = (percent * ONE) / 100n;
        await asOracle.settle(epoch, outcomeOf(nodes), PAY_TERMS);
        expect(await nodeRewards.owedTo(operators[4]!)).to.equal(wei);
        expect(await nodeRewards.owedTo(operators[5]!)).to.equal(66_666_666_666_666_666_666n);
      });
    }

    it("pays a Reserved node half", async () => {
      const { nodeRewards, asOracle, operators, epoch } = await loadFixture(budgeted);
      const nodes = operators.slice(0, 10).map((operator, index) => nodeOutcome(operator, { isActive: index !== 9 }));
      await asOracle.settle(epoch, outcomeOf(nodes), PAY_TERMS);
      expect(await nodeRewards.owedTo(operators[8]!)).to.equal(100n * WCT);
      expect(await nodeRewards.owedTo(operators[9]!)).to.equal(50n * WCT);
    });

    for (const [reservedBps, owed] of [
      [0n, 0n],
      [10_000n, 100n * WCT],
    ] as const) {
      it(`owes a Reserved node ${owed / WCT} WCT of an Active one's 100 at ${reservedBps} basis points`, async () => {
        const { nodeRewards, asOracle, operators, epoch } = await loadFixture(budgeted);
        const nodes = operators.slice(0, 10).map((operator, index) => nodeOutcome(operator, { isActive: index !== 9 }));
        await asOracle.settle(epoch, outcomeOf(nodes), { ...PAY_TERMS, reservedBps });
        expect(await nodeRewards.owedTo(operators[9]!)).to.equal(owed);
      });
    }

    for (const [baseBps, owed] of [
      [0n, 30n * WCT],
      [5_000n, 65n * WCT],
      [10_000n, 100n * WCT],
    ] as const) {
      it(`owes a score of 30 % ${owed / WCT} WCT of 100 where ${baseBps} basis points do not depend on it`, async () => {
        const { nodeRewards, asOracle, operators, epoch } = await loadFixture(budgeted);
        const node = nodeOutcome(operators[0]!, { score: (3n * ONE) / 10n });
        await asOracle.settle(epoch, outcomeOf([node]), { ...PAY_TERMS, baseBps });
        expect(await nodeRewards.owedTo(operators[0]!)).to.equal(owed);
      });
    }

    it("pays few nodes no more than a tenth each", async () => {
      const { nodeRewards, asOracle, operators, epoch } = await loadFixture(budgeted);
      const nodes = operators.slice(0, 3).map((operator) => nodeOutcome(operator));
      await asOracle.settle(epoch, outcomeOf(nodes), PAY_TERMS);
      for (const operator of operators.slice(0, 3)) {
        expect(await nodeRewards.owedTo(operator)).to.equal(100n * WCT);
      }
    });

    it("caps a share above a tenth, and gives what is above it to nobody", async () => {
      const { nodeRewards, asOracle, operators, epoch } = await loadFixture(budgeted);
      const nodes = operators.slice(0, 15).map((operator) => nodeOutcome(operator));
      nodes[0]!.weight = 600_000n * WCT;
      await asOracle.settle(epoch, outcomeOf(nodes), PAY_TERMS);
      expect(await nodeRewards.owedTo(operators[0]!)).to.equal(100n * WCT);
      expect(await nodeRewards.owedTo(operators[1]!)).to.equal(50n * WCT);
    });

    it("pays nothing to who is not paid, and to the others what they would get otherwise", async () => {
      const { nodeRewards, asOracle, operators, epoch } = await loadFixture(budgeted);
      const nodes = operators.slice(0, 15).map((operator) => nodeOutcome(operator));
      nodes[3] = nodeOutcome(operators[3]!, { isPaid: false, score: 2n ** 256n - 1n });
      await asOracle.settle(epoch, outcomeOf(nodes), PAY_TERMS);
      expect(await nodeRewards.owedTo(operators[3]!)).to.equal(0n);
      expect(await nodeRewards.owedTo(operators[2]!)).to.equal(66_666_666_666_666_666_666n);
    });

    it("adds to what is owed from before", async () => {
      const { nodeRewards, asOracle, node, amount, epoch } = await loadFixture(earned);
      await warpTo((epoch + 2n) * DAY + HOUR);
      await asOracle.settle(epoch + 1n, outcomeOf([nodeOutcome(node)]), PAY_TERMS);
      // A tenth of 50 and of the 900 that were left.
      expect(await nodeRewards.owedTo(node)).to.equal(amount + 95n * WCT);
    });

    it("emits EpochSettled with every amount", async () => {
      const { nodeRewards, asOracle, operators, epoch, budget } = await loadFixture(budgeted);
      const nodes = operators.slice(0, 12).map((operator, index) => nodeOutcome(operator, { isPaid: index !== 5 }));
      const amounts = payOf(budget, nodes);
      await expect(asOracle.settle(epoch, outcomeOf(nodes), PAY_TERMS))
        .to.emit(nodeRewards, "EpochSettled")
        .withArgs(epoch, budget, sumOf(amounts), amounts);
    });

    it("goes by the seats, of which any may be empty", async () => {
      const fixture = await loadFixture(budgeted);
      const { nodeRewards, asOracle, operators, epoch, budget } = fixture;
      const kinds = [
        { isPaid: false, isConfined: true },
        { isActive: false, score: 0n },
        { isPaid: false },
        {},
        { score: 0n },
      ];
      const nodes = kinds.map((kind, index) => nodeOutcome(operators[index]!, { score: ONE / 2n, ...kind }));
      await stakeFor(fixture, operators[0]!);
      await asOracle.settle(epoch, outcomeOf(nodes, [3, 4, 7, 20, 31]), PAY_TERMS);
      const amounts = payOf(budget, nodes);
      for (const [index, { operator }] of nodes.entries()) {
        expect(await nodeRewards.owedTo(operator)).to.equal(amounts[index]);
        const { state } = await nodeRewards.slashOf(operator, epoch, Offence.Confinement);
        expect(state).to.equal(index === 0 ? SlashState.Pending : SlashState.None);
      }
    });

    it("moves no tokens", async () => {
      const { nodeRewards, asOracle, token, operators, epoch } = await loadFixture(budgeted);
      await expect(asOracle.settle(epoch, outcomeOf([nodeOutcome(operators[0]!)]), PAY_TERMS)).to.changeTokenBalance(
        token,
        nodeRewards,
        0n,
      );
      expect(await nodeRewards.totalPaid()).to.equal(0n);
    });

    it("leaves all that is not earned, dust included, to the next epoch", async () => {
      const { nodeRewards, asOracle, operators, epoch, budget } = await loadFixture(budgeted);
      const nodes = operators.slice(0, 15).map((operator) => nodeOutcome(operator));
      await asOracle.settle(epoch, outcomeOf(nodes), PAY_TERMS);
      expect(budget - sumOf(payOf(budget, nodes))).to.equal(10n);
      expect(await nodeRewards.budgetOf(epoch + 1n)).to.equal(50n * WCT + 10n);
      expect(await nodeRewards.budgetOf(epoch)).to.equal(0n);
    });

    it("leaves all of it where nothing weighs", async () => {
      const { nodeRewards, asOracle, operators, epoch, budget } = await loadFixture(budgeted);
      const nodes = operators.slice(0, 3).map((operator) => nodeOutcome(operator, { weight: 0n }));
      await expect(asOracle.settle(epoch, outcomeOf(nodes), PAY_TERMS))
        .to.emit(nodeRewards, "EpochSettled")
        .withArgs(epoch, budget, 0n, [0n, 0n, 0n]);
      expect(await nodeRewards.budgetOf(epoch + 1n)).to.equal(budget + 50n * WCT);
    });

    it("leaves all of it where nobody is paid", async () => {
      const { nodeRewards, asOracle, operators, epoch, budget } = await loadFixture(budgeted);
      const nodes = operators.slice(0, 3).map((operator) => nodeOutcome(operator, { isPaid: false }));
      await asOracle.settle(epoch, outcomeOf(nodes), PAY_TERMS);
      expect(await nodeRewards.budgetOf(epoch + 1n)).to.equal(budget + 50n * WCT);
    });

    it("pays nothing for an epoch without budget", async () => {
      const { nodeRewards, asOracle, operators, epoch } = await loadFixture(settling);
      await expect(asOracle.settle(epoch, outcomeOf([nodeOutcome(operators[0]!)]), PAY_TERMS))
        .to.emit(nodeRewards, "EpochSettled")
        .withArgs(epoch, 0n, 0n, [0n]);
      expect(await nodeRewards.owedTo(operators[0]!)).to.equal(0n);
    });

    it("leaves the funding of later epochs alone", async () => {
      const { nodeRewards, asOracle, asFunder, operators, epoch, budget } = await loadFixture(budgeted);
      await asFunder.fund(epoch + 200n, 7n);
      await asOracle.settle(epoch, outcomeOf([nodeOutcome(operators[0]!)]), PAY_TERMS);
      expect(await nodeRewards.budgetOf(epoch + 30n)).to.equal(budget - 100n * WCT + 50n * WCT);
      expect(await nodeRewards.budgetOf(epoch + 200n)).to.equal(budget - 100n * WCT + 50n * WCT + 7n);
    });

    it("is for the oracle", async () => {
      const { nodeRewards, admin, epoch } = await loadFixture(settling);
      await expect(nodeRewards.connect(admin).settle(epoch, outcomeOf([]), PAY_TERMS))
        .to.be.revertedWithCustomError(nodeRewards, "AccessControlUnauthorizedAccount")
        .withArgs(admin, await nodeRewards.ORACLE_ROLE());
    });

    it("agrees with the reference to the wei, whatever the nodes, the terms and the budget", async () => {
      const { nodeRewards, asOracle, asFunder, epoch } = await loadFixture(settling);
      let running = epoch;
      let carried = 0n;
      const owed = new Map<string, bigint>();
      const budgetArbitrary = fc.oneof(fc.bigInt(1n, 10_000n * WCT), fc.bigInt(1n, 1_000n));
      await fc.assert(
        fc.asyncProperty(nodesArbitrary, termsArbitrary, budgetArbitrary, async (outcomes, terms, funding) => {
          await asFunder.fund(running, funding);
          await warpTo((running + 1n) * DAY + HOUR);
          const nodes: NodeOutcome[] = outcomes.map((outcome, index) => nodeOutcome(operatorAt(index), outcome));
          const budget = carried + funding;
          expect(await nodeRewards.budgetOf(running)).to.equal(budget);
          const amounts = payOf(budget, nodes, terms);
          await asOracle.settle(running, outcomeOf(nodes), terms);
          for (const [index, { operator }] of nodes.entries()) {
            owed.set(operator, (owed.get(operator) ?? 0n) + amounts[index]!);
            expect(await nodeRewards.owedTo(operator)).to.equal(owed.get(operator));
          }
          carried = budget - sumOf(amounts);
          running += 1n;
          expect(await nodeRewards.budgetOf(running)).to.equal(carried);
        }),
        { numRuns: 25, seed: 9, endOnFailure: true },
      );
    });

    it("computes without overflow at the largest budget and weights", async () => {
      const { asOracle, nodeRewards, token, deployer, funder, epoch } = await loadFixture(settling);
      // All there is: the local supply.
      const supply = await token.balanceOf(deployer);
      await token.connect(deployer).transfer(funder, supply);
      await nodeRewards.connect(funder).fund(epoch, supply);
      const nodes = [0, 1].map((index) =>
        nodeOutcome(operatorAt(index), { weight: index === 0 ? MAX_AMOUNT - 1n : 1n, score: ONE - 1n }),
      );
      const terms = { ...PAY_TERMS, shareCapBps: 10_000n };
      await asOracle.settle(epoch, outcomeOf(nodes), terms);
      const [first, second] = payOf(supply, nodes, terms);
      expect(await nodeRewards.owedTo(nodes[0]!.operator)).to.equal(first);
      expect(await nodeRewards.owedTo(nodes[1]!.operator)).to.equal(second);
    });

    it("never pays one node more for what happens to another", async () => {
      const amountsWith = async (harm: Partial<NodeOutcome>) => {
        const { nodeRewards, asOracle, operators, epoch } = await loadFixture(budgeted);
        const nodes = operators.slice(0, 12).map((operator) => nodeOutcome(operator, { score: (9n * ONE) / 10n }));
        nodes[7] = { ...nodes[7]!, ...harm };
        await asOracle.settle(epoch, outcomeOf(nodes), PAY_TERMS);
        return Promise.all(nodes.map(({ operator }) => nodeRewards.owedTo(operator)));
      };
      const before = await amountsWith({});
      for (const harm of [{ isPaid: false }, { isPaid: false, isConfined: true }, { score: 0n }, { isActive: false }]) {
        const after = await amountsWith(harm);
        expect(after[7]).to.be.lessThan(before[7]!);
        expect(after.filter((_, index) => index !== 7)).to.deep.equal(before.filter((_, index) => index !== 7));
      }
    });
  });

  describe("conservation", () => {
    it("holds over any month: all that was funded is owed, paid, carried or ahead", async () => {
      const fixture = await loadFixture(settling);
      const { nodeRewards, asOracle, asFunder, token, operators, funder, epoch } = fixture;
      const nodesOf = operators.slice(0, 8);
      let running = epoch;
      // By epoch, as far as it is not settled.
      const fundings = new Map<bigint, bigint>();
      let carried = 0n;
      let funded = 0n;
      let open = epoch;
      const fund = async (at: bigint, amount: bigint) => {
        await asFunder.fund(at, amount);
        fundings.set(at, (fundings.get(at) ?? 0n) + amount);
        funded += amount;
      };
      const check = async () => {
        let owed = 0n;
        for (const operator of nodesOf) owed += await nodeRewards.owedTo(operator);
        const paid = await nodeRewards.totalPaid();
        expect(await nodeRewards.totalFunded()).to.equal(funded);
        expect(owed + paid + carried + sumOf([...fundings.values()])).to.equal(funded);
        expect(await token.balanceOf(nodeRewards)).to.be.at.least(funded - paid);
      };
      const dayArbitrary = fc.record({
        amount: fc.oneof(fc.bigInt(1n, 1_000n * WCT), fc.bigInt(1n, 100n)),
        ahead: fc.bigInt(0n, 20n),
        isMissed: fc.boolean(),
        claims: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]),
        stray: fc.bigInt(0n, 3n),
        outcomes: fc.array(
          fc.record({
            weight: fc.bigInt(0n, 1_000_000n * WCT),
            isActive: fc.boolean(),
            isPaid: fc.boolean(),
            score: fc.bigInt(0n, ONE),
          }),
          { minLength: 1, maxLength: 8 },
        ),
      });
      const days = fc.sample(dayArbitrary, { numRuns: 30, seed: 10 });
      for (const { amount, ahead, isMissed, claims, stray, outcomes } of days) {
        await fund(running + ahead, amount);
        if (stray !== 0n) {
          await token.connect(funder).transfer(nodeRewards, stray);
          await nodeRewards.fundStrayTokens();
          fundings.set(running, (fundings.get(running) ?? 0n) + stray);
          funded += stray;
        }
        await warpTo((running + 1n) * DAY + HOUR);
        if (!isMissed) {
          for (; open <= running; ++open) {
            carried += fundings.get(open) ?? 0n;
            fundings.delete(open);
          }
          const nodes = outcomes.map((outcome, index) => nodeOutcome(nodesOf[index]!, outcome));
          carried -= sumOf(payOf(carried, nodes));
          await asOracle.settle(running, outcomeOf(nodes), PAY_TERMS);
        }
        await nodeRewards.claimMany(claims.map((index) => nodesOf[index]!));
        await check();
        running += 1n;
      }
      for (const operator of nodesOf) await nodeRewards.claim(operator);
      await check();
      expect(await token.balanceOf(nodeRewards)).to.equal(carried + sumOf([...fundings.values()]));
    });
  });
});
