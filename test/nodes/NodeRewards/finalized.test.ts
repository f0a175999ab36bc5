import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { keccak256 } from "ethers";
import { type Entry, NO_DATA, Phase } from "../../../scripts/performance/types";
import { readSet } from "../../../scripts/performance/readSet";
import { readRound } from "../../../scripts/performance/readRound";
import { DOWN, finalizeEpoch, reportOf, scoring } from "../../support/reporting";
import { seatedNodes } from "../../support/nodes";
import { type NodeOutcome, Offence, PAY_TERMS, payOf, SlashState, sumOf } from "../../support/settling";
import { WCT } from "../../support/amounts";
import { seatsOf } from "../../support/scores";
import { DAY, HOUR, nextAt, now, warpTo, WEEK } from "../../support/time";

const BUDGET = 1_000n * WCT;
const GWEI = 10n ** 9n;

type Seated = Awaited<ReturnType<typeof funded>>;

/** {@link seatedNodes}, with {@link BUDGET} for the running epoch. */
async function funded({ count, step }: { count?: number; step?: bigint } = {}) {
  const fixture = await seatedNodes({ count, step });
  const { nodeRewards, token, deployer, epoch } = fixture;
  await token.connect(deployer).approve(nodeRewards, 2n ** 256n - 1n);
  await nodeRewards.fund(epoch, BUDGET);
  return fixture;
}

/** 15 Active and 6 Reserved nodes, of stakes that are no whole gwei. */
async function twentyOne() {
  return funded({ step: WCT + 1_000_000_007n });
}

/** 12 Active nodes, nobody to replace them; the floor is 11. */
async function twelve() {
  return funded({ count: 12 });
}

/** {@link twentyOne} in Phase 2; the running epoch is the first of it. */
async function phaseTwo() {
  const fixture = await twentyOne();
  await fixture.registry.connect(fixture.admin).setPhase(Phase.Two);
  const epoch = fixture.epoch + 1n;
  await warpTo(epoch * DAY + DAY / 2n);
  return { ...fixture, epoch };
}

/** What `nodes` did; the others are perfect. */
function entriesOf(fixture: Seated, ...entries: [index: number, entry: Entry][]): Map<string, Entry> {
  return new Map(entries.map(([index, entry]) => [fixture.nodes[index]!.operator.address, entry]));
}

/** The nodes seated in the epoch as the pay formula takes them, each paid for a perfect score. */
async function perfectOutcome({ registry, stakeWeight, epoch }: Seated): Promise<NodeOutcome[]> {
  const set = await readSet({ registry }, epoch);
  const { weights } = await stakeWeight.weightsAt(set.operators, epoch * DAY, 0, 0);
  const seats = seatsOf(set);
  return set.operators.map((operator, index) => ({
    operator,
    weight: weights[index]!,
    isActive: ((set.active >> seats[index]!) & 1n) === 1n,
    isPaid: true,
    isConfined: false,
    score: WCT,
  }));
}

/** Compares what everybody is owed with what the reference says. */
async function expectOwed(fixture: Seated, outcome: NodeOutcome[], budget = BUDGET): Promise<void> {
  const amounts = payOf(budget, outcome);
  for (const [index, { operator }] of outcome.entries()) {
    expect(await fixture.nodeRewards.owedTo(operator)).to.equal(amounts[index]);
  }
  expect(await fixture.nodeRewards.budgetOf(fixture.epoch + 1n)).to.equal(budget - sumOf(amounts));
}

describe("NodeRewards", () => {
  describe("a finalized epoch", () => {
    it("pays everybody by the reference, to the wei", async () => {
      const fixture = await loadFixture(twentyOne);
      const outcome = await perfectOutcome(fixture);
      expect(outcome.filter(({ isActive }) => isActive).length).to.equal(15);
      await finalizeEpoch(fixture, fixture);
      await expectOwed(fixture, outcome);
    });

    it("pays by the scores", async () => {
      const fixture = await loadFixture(twentyOne);
      const outcome = await perfectOutcome(fixture);
      // Of 1,440 probes 90 % and 95 % are whole ones.
      const entries = entriesOf(fixture, [2, scoring(90n)], [17, scoring(95n)]);
      outcome.find(({ operator }) => operator === fixture.nodes[2]!.operator.address)!.score = (9n * WCT) / 10n;
      outcome.find(({ operator }) => operator === fixture.nodes[17]!.operator.address)!.score = (95n * WCT) / 100n;
      await finalizeEpoch(fixture, { ...fixture, entries });
      await expectOwed(fixture, outcome);
    });

    it("pays a confined node nothing, the others what they would get otherwise", async () => {
      const fixture = await loadFixture(twentyOne);
      const outcome = await perfectOutcome(fixture);
      await finalizeEpoch(fixture, { ...fixture, entries: entriesOf(fixture, [3, DOWN]) });
      outcome.find(({ operator }) => operator === fixture.nodes[3]!.operator.address)!.isPaid = false;
      await expectOwed(fixture, outcome);
    });

    it("proposes to slash 0.1 % of a confined node's position, rounded down to gwei", async () => {
      const fixture = await loadFixture(twentyOne);
      const { nodeRewards, stakeWeight, nodes, epoch } = fixture;
      const { operator } = nodes[3]!;
      const { amount: stake } = await stakeWeight.positionOf(operator);
      const amount = stake / 1_000n - ((stake / 1_000n) % GWEI);
      expect(amount).to.not.equal(stake / 1_000n);
      await expect(finalizeEpoch(fixture, { ...fixture, entries: entriesOf(fixture, [3, DOWN]) }))
        .to.emit(nodeRewards, "SlashProposed")
        .withArgs(operator, epoch, Offence.Confinement, amount, (epoch + 1n) * DAY + HOUR + DAY);
      expect(await stakeWeight.heldOf(operator)).to.equal(amount);
      for (const index of [0, 2, 4, 20]) expect(await stakeWeight.heldOf(nodes[index]!.operator)).to.equal(0n);
    });

    it("confines and slashes a Reserved node as well", async () => {
      const fixture = await loadFixture(twentyOne);
      const { operator } = fixture.nodes[18]!;
      await finalizeEpoch(fixture, { ...fixture, entries: entriesOf(fixture, [18, DOWN]) });
      expect(await fixture.nodeRewards.owedTo(operator)).to.equal(0n);
      const { state } = await fixture.nodeRewards.slashOf(operator, fixture.epoch, Offence.Confinement);
      expect(state).to.equal(SlashState.Pending);
    });

    it("pays a node without data nothing, and penalizes it for nothing", async () => {
      const fixture = await loadFixture(twentyOne);
      const { operator } = fixture.nodes[3]!;
      const outcome = await perfectOutcome(fixture);
      outcome.find((node) => node.operator === operator.address)!.isPaid = false;
      await expect(finalizeEpoch(fixture, { ...fixture, entries: entriesOf(fixture, [3, NO_DATA]) })).not.to.emit(
        fixture.nodeRewards,
        "SlashProposed",
      );
      await expectOwed(fixture, outcome);
    });

    it("pays by the scores and slashes nobody when confinement is suspended", async () => {
      const fixture = await loadFixture(twentyOne);
      const outcome = await perfectOutcome(fixture);
      const down = [0, 1, 2, 3, 4, 5] as const;
      for (const index of down) {
        outcome.find(({ operator }) => operator === fixture.nodes[index]!.operator.address)!.score = 0n;
      }
      const entries = entriesOf(fixture, ...down.map((index): [number, Entry] => [index, DOWN]));
      await expect(finalizeEpoch(fixture, { ...fixture, entries })).not.to.emit(fixture.nodeRewards, "SlashProposed");
      await expectOwed(fixture, outcome);
    });

    it("pays a spared node nothing, and slashes it for nothing", async () => {
      const fixture = await loadFixture(twelve);
      const { nodeRewards, registry, epoch, nodes } = fixture;
      const outcome = await perfectOutcome(fixture);
      // The worst is confined, the other is spared: the floor is 11.
      const entries = entriesOf(fixture, [0, scoring(70n)], [1, scoring(50n)]);
      await expect(finalizeEpoch(fixture, { ...fixture, entries }))
        .to.emit(registry, "Spared")
        .withArgs(nodes[0]!.operator, epoch);
      for (const index of [0, 1]) {
        outcome.find(({ operator }) => operator === nodes[index]!.operator.address)!.isPaid = false;
      }
      await expectOwed(fixture, outcome);
      const stateOf = async (index: number) =>
        (await nodeRewards.slashOf(nodes[index]!.operator, epoch, Offence.Confinement)).state;
      expect(await stateOf(0)).to.equal(SlashState.None);
      expect(await stateOf(1)).to.equal(SlashState.Pending);
    });

    it("pays a node that left during the epoch nothing, and penalizes it no further", async () => {
      const fixture = await loadFixture(twentyOne);
      const { operator } = fixture.nodes[3]!;
      const outcome = await perfectOutcome(fixture);
      const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
      expect(round.set.operators).to.include(operator.address);
      await fixture.registry.connect(operator).leave();
      outcome.find((node) => node.operator === operator.address)!.isPaid = false;
      await expect(finalizeEpoch(fixture, { ...fixture, entries: entriesOf(fixture, [3, DOWN]) })).not.to.emit(
        fixture.nodeRewards,
        "SlashProposed",
      );
      await expectOwed(fixture, outcome);
    });

    it("hands the budget of a missed epoch on", async () => {
      const fixture = await loadFixture(twentyOne);
      const { nodeRewards, epoch } = fixture;
      await nodeRewards.fund(epoch + 1n, 500n * WCT);
      await nextAt((epoch + 1n) * DAY + DAY / 2n);
      await fixture.registry.update();
      const next = { ...fixture, epoch: epoch + 1n };
      const outcome = await perfectOutcome(next);
      await finalizeEpoch(next, next);
      await expectOwed(next, outcome, BUDGET + 500n * WCT);
    });

    it("settles an epoch without budget", async () => {
      const fixture = await loadFixture(seatedNodes);
      const { nodeRewards, nodes, epoch } = fixture;
      await expect(finalizeEpoch(fixture, { epoch })).to.emit(nodeRewards, "EpochSettled");
      expect(await nodeRewards.owedTo(nodes[0]!.operator)).to.equal(0n);
    });

    it("is settled while NodeRewards is paused", async () => {
      const fixture = await loadFixture(twentyOne);
      const outcome = await perfectOutcome(fixture);
      await fixture.nodeRewards.connect(fixture.pauser).pause();
      await finalizeEpoch(fixture, fixture);
      await expectOwed(fixture, outcome);
    });

    it("slashes a confined node that deactivates and leaves, all the same", async () => {
      const fixture = await loadFixture(twentyOne);
      const { nodeRewards, registry, stakeWeight, nodes, epoch } = fixture;
      const { operator } = nodes[3]!;
      await finalizeEpoch(fixture, { ...fixture, entries: entriesOf(fixture, [3, DOWN]) });
      const { amount, dueAt } = await nodeRewards.slashOf(operator, epoch, Offence.Confinement);
      const { amount: stake } = await stakeWeight.positionOf(operator);
      await registry.connect(operator).leave();
      await stakeWeight.connect(operator).initiateUnlock();
      await nextAt(dueAt);
      await nodeRewards.executeSlash(operator, epoch, Offence.Confinement);
      expect((await stakeWeight.positionOf(operator)).amount).to.equal(stake - amount);
    });

    it("is slashed by 0.1 % of what is there once more when it is confined again", async () => {
      const fixture = await loadFixture(twentyOne);
      const { registry, stakeWeight, nodes, epoch } = fixture;
      const { operator } = nodes[3]!;
      const { amount: stake } = await stakeWeight.positionOf(operator);
      const held = stake / 1_000n - ((stake / 1_000n) % GWEI);
      await finalizeEpoch(fixture, { ...fixture, entries: entriesOf(fixture, [3, DOWN]) });
      // It is Reserved again before the opening of the third epoch.
      const third = epoch + 3n;
      await nextAt(third * DAY + DAY / 2n);
      await registry.update();
      await finalizeEpoch(fixture, { epoch: third, entries: entriesOf(fixture, [3, DOWN]) });
      expect(await stakeWeight.heldOf(operator)).to.equal(2n * held);
    });
  });

  describe("a proven equivocation", () => {
    async function equivocate(fixture: Seated, index: number) {
      const { oracle, nodes, epoch } = fixture;
      const round = await readRound({ contracts: fixture, epoch });
      const { operator, key } = nodes[index]!;
      const place = round.reporters.findIndex(({ address }) => address === operator.address);
      const sign = async (entries: Map<string, Entry>) => {
        const { signed } = await reportOf({ contracts: fixture, round, index: place, signer: key, entries });
        const report = {
          epoch,
          phase: Phase.Two,
          reporter: operator.address,
          setHash: await fixture.registry.setHashAt(epoch),
          configurationHash: await oracle.configurationHashAt(epoch),
          dataHash: keccak256(signed.data),
        };
        return { report, signature: signed.signature };
      };
      const first = await sign(new Map());
      const second = await sign(entriesOf(fixture, [0, DOWN]));
      return () => oracle.proveEquivocation(first.report, first.signature, second.report, second.signature);
    }

    it("proposes to slash 1 %, once", async () => {
      const fixture = await loadFixture(phaseTwo);
      const { nodeRewards, oracle, stakeWeight, nodes, epoch } = fixture;
      const { operator } = nodes[5]!;
      const prove = await equivocate(fixture, 5);
      const { amount: stake } = await stakeWeight.positionOf(operator);
      const amount = stake / 100n - ((stake / 100n) % GWEI);
      const at = (await now()) + 10n;
      await nextAt(at);
      await expect(prove())
        .to.emit(nodeRewards, "SlashProposed")
        .withArgs(operator, epoch, Offence.Equivocation, amount, at + DAY);
      await expect(prove()).to.be.revertedWithCustomError(oracle, "EpochNotProvable");
      expect(await stakeWeight.heldOf(operator)).to.equal(amount);
    });

    it("reaches a node that left and whose position is Unlocked", async () => {
      const fixture = await loadFixture(phaseTwo);
      const { nodeRewards, stakeWeight, distributor, registry, token, nodes, epoch } = fixture;
      const { operator } = nodes[5]!;
      const prove = await equivocate(fixture, 5);
      await registry.connect(operator).leave();
      await stakeWeight.connect(operator).initiateUnlock();
      const { unlockEnd, amount: stake } = await stakeWeight.positionOf(operator);
      expect(unlockEnd).to.be.at.least((await now()) + 51n * WEEK);
      await warpTo(unlockEnd);
      await prove();
      const { amount } = await nodeRewards.slashOf(operator, epoch, Offence.Equivocation);
      expect(amount).to.equal(stake / 100n - ((stake / 100n) % GWEI));
      await expect(stakeWeight.connect(operator).withdraw()).to.changeTokenBalance(token, operator, stake - amount);
      await warpTo(unlockEnd + DAY + HOUR);
      await expect(nodeRewards.executeSlash(operator, epoch, Offence.Equivocation)).to.changeTokenBalances(
        token,
        [stakeWeight, distributor],
        [-amount, amount],
      );
    });

    it("finds nothing to take where all was withdrawn before", async () => {
      const fixture = await loadFixture(phaseTwo);
      const { nodeRewards, stakeWeight, registry, nodes, epoch } = fixture;
      const { operator } = nodes[5]!;
      const prove = await equivocate(fixture, 5);
      await registry.connect(operator).leave();
      await stakeWeight.connect(operator).initiateUnlock();
      await warpTo((await stakeWeight.positionOf(operator)).unlockEnd);
      await stakeWeight.connect(operator).withdraw();
      await expect(prove()).not.to.emit(nodeRewards, "SlashProposed");
      expect((await nodeRewards.slashOf(operator, epoch, Offence.Equivocation)).state).to.equal(SlashState.None);
    });
  });

  describe("the terms of a deployment", () => {
    it("are those that the tests reckon with", async () => {
      const { oracle, epoch } = await loadFixture(twentyOne);
      const { pay } = await oracle.configurationAt(epoch);
      expect([pay.baseBps, pay.reservedBps, pay.shareCapBps, pay.slashBps, pay.equivocationSlashBps]).to.deep.equal(
        Object.values(PAY_TERMS),
      );
    });
  });
});
