import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import fc from "fast-check";
import { confine, type SeatedNode, type SeatStatus } from "../../../scripts/performance/confine";
import { ONE } from "../../../scripts/performance/score";
import { NO_SCORE } from "../../../scripts/performance/scoreNodes";
import { WCT } from "../../support/amounts";
import {
  epochOf,
  type NodeContracts,
  nodeContracts,
  nodeFor,
  register,
  seat,
  seatedNodes,
  stakeFor,
  type TestNode,
} from "../../support/nodes";
import { addressesOf, applyScores, operatorsIn, percent, Status, THRESHOLDS, withScorer } from "../../support/scores";
import { DAY, HOUR, nextAt, now, warpTo } from "../../support/time";

const { FC_SEED, FC_RUNS, FC_PATH } = process.env;
const parameters = {
  seed: Number(FC_SEED ?? 20_260_101),
  numRuns: Number(FC_RUNS ?? 40),
  ...(FC_PATH === undefined ? {} : { path: FC_PATH }),
};

/** Where mistakes hide, mostly good ones, so that failing together is the exception. */
const score = fc.oneof(
  { weight: 12, arbitrary: fc.constant(ONE) },
  { weight: 3, arbitrary: fc.constantFrom(percent(90n), percent(90n) - 1n, percent(80n), percent(85n)) },
  { weight: 4, arbitrary: fc.constantFrom(0n, percent(80n) - 1n, percent(50n)) },
  { weight: 1, arbitrary: fc.constant(NO_SCORE) },
);
const scores = fc.array(score, { minLength: 21, maxLength: 21 });

/** Of 21 nodes of which some weigh the same. */
const scenario = fc.record({
  lastScores: scores,
  scores,
  leaving: fc.uniqueArray(fc.nat(20), { maxLength: 5 }),
  unqualified: fc.uniqueArray(fc.nat(20), { maxLength: 2 }),
  targetActive: fc.oneof({ weight: 3, arbitrary: fc.constant(15n) }, { weight: 1, arbitrary: fc.bigInt(1n, 15n) }),
  activeFloor: fc.oneof({ weight: 3, arbitrary: fc.constant(11n) }, { weight: 1, arbitrary: fc.bigInt(0n, 16n) }),
});

/** 15 Active and 6 Reserved nodes of three different stakes. */
async function fewStakes() {
  const fixture = await withScorer(await seatedNodes({ step: 0n }));
  const { token, stakeWeight, deployer, nodes } = fixture;
  for (const [index, { operator }] of nodes.entries()) {
    const extra = BigInt(index % 3) * WCT;
    if (extra === 0n) continue;
    await token.connect(deployer).transfer(operator, extra);
    await token.connect(operator).approve(stakeWeight, extra);
    await stakeWeight.connect(operator).increaseAmount(extra);
  }
  return fixture;
}

/** One Active node and one Reserved one, as many as are wanted, in a network in which no epoch was ever scored. */
function oneReserved() {
  return unscored({ reserved: 1 });
}

/** The same with two Reserved ones. */
function twoReserved() {
  return unscored({ reserved: 2 });
}

async function unscored({ reserved }: { reserved: number }) {
  const contracts = await withScorer(await nodeContracts());
  const { registry, admin, operators } = contracts;
  await registry.connect(admin).setTargets(1, reserved);
  const nodes = operators.slice(0, 1 + reserved).map(nodeFor);
  for (const node of nodes) {
    await stakeFor(contracts, node.operator);
    await register(contracts, node);
  }
  await seat(contracts, nodes);
  const epoch = epochOf(await now()) + 1n;
  await nextAt(epoch * DAY);
  await registry.update();
  return { ...contracts, nodes, epoch };
}

/** The nodes as they stand, of which at the opening the first so many were Active and the others Reserved. */
async function seatedNow(
  { registry, stakeWeight, nodes }: NodeContracts & { nodes: TestNode[] },
  { active, scores, unqualified }: { active: number; scores: readonly bigint[]; unqualified: readonly string[] },
): Promise<SeatedNode[]> {
  const seated: SeatedNode[] = [];
  for (const [index, { operator }] of nodes.entries()) {
    const { status, hasScore, lastScore, registration } = await registry.nodeOf(operator);
    seated.push({
      operator: operator.address,
      statusAtOpening: index < active ? "Active" : "Reserved",
      status: unqualified.includes(operator.address) ? "None" : seatStatusOf(status),
      score: scores[index]!,
      weight: await stakeWeight.weightOf(operator),
      registration,
      lastScore: hasScore ? lastScore : undefined,
    });
  }
  return seated;
}

function seatStatusOf(status: bigint): SeatStatus {
  if (status === Status.Active) return "Active";
  return status === Status.Reserved ? "Reserved" : "None";
}

describe("NodeRegistry", () => {
  describe("applyScores", () => {
    it(`does in ${parameters.numRuns} random cases what confine tells before`, async () => {
      const agree = fc.asyncProperty(scenario, async (given) => {
        const fixture = await loadFixture(fewStakes);
        const { registry, admin, nodes, epoch } = fixture;
        const addresses = nodes.map(({ operator }) => operator.address);
        const by = (list: bigint[]) => new Map(addresses.map((address, index) => [address, list[index]!]));

        // The scores before: nobody fails. One score at least, so that from now on a promotion needs one.
        const lastScores = [ONE, ...given.lastScores.slice(1)];
        await applyScores(fixture, { epoch, scores: by(lastScores), thresholds: { ...THRESHOLDS, confinement: 0n } });
        await registry.connect(admin).setTargets(given.targetActive, 0n);
        for (const index of given.leaving) await registry.connect(nodes[index]!.operator).leave();

        await warpTo((epoch + 2n) * DAY + 3_600n);
        const { targetActive, activeFloor } = given;
        const thresholds = { ...THRESHOLDS, activeFloor };
        const unqualified = given.unqualified.map((index) => addresses[index]!);
        const seated = await seatedNow(fixture, { active: 15, scores: given.scores, unqualified });
        const expected = confine({ nodes: seated, thresholds, targetActive, isScored: true });

        const { sent, confined } = await applyScores(fixture, {
          epoch: epoch + 1n,
          scores: by(given.scores),
          unqualified,
          thresholds,
        });
        expect(await operatorsIn(registry, sent, "Confined")).to.deep.equal(expected.confined);
        expect(confined).to.have.members(expected.confined);
        expect(await operatorsIn(registry, sent, "Spared")).to.deep.equal(expected.spared);
        expect(await operatorsIn(registry, sent, "Promoted")).to.deep.equal(expected.promoted);
        if (expected.isSuspended) {
          await expect(sent)
            .to.emit(registry, "ConfinementSuspended")
            .withArgs(epoch + 1n, expected.failed, expected.active);
        } else {
          await expect(sent).not.to.emit(registry, "ConfinementSuspended");
        }
      });
      await fc.assert(agree, parameters);
    });

    describe("when no epoch was ever scored", () => {
      for (const [title, given, scores, promoted] of [
        ["promotes without a score", oneReserved, [NO_SCORE, NO_SCORE], 1],
        ["promotes without one whatever the deactivated node scored", oneReserved, [ONE, NO_SCORE], 1],
        ["promotes by score from the first one on", twoReserved, [NO_SCORE, NO_SCORE, ONE], 2],
      ] as const) {
        it(`${title}, as confine tells before`, async () => {
          const fixture = await loadFixture(given);
          const { registry, nodes, epoch } = fixture;
          const addresses = addressesOf(nodes);
          await warpTo((epoch + 1n) * DAY + HOUR);
          // The Active one.
          const unqualified = addresses.slice(0, 1);
          const seated = await seatedNow(fixture, { active: 1, scores, unqualified });
          const expected = confine({ nodes: seated, thresholds: THRESHOLDS, targetActive: 1n, isScored: false });
          expect(expected.promoted).to.deep.equal([addresses[promoted]]);

          const byOperator = new Map(addresses.map((address, index) => [address, scores[index]!]));
          const { sent, confined } = await applyScores(fixture, { epoch, scores: byOperator, unqualified });
          expect(await operatorsIn(registry, sent, "Deactivated")).to.deep.equal(unqualified);
          expect(await operatorsIn(registry, sent, "Promoted")).to.deep.equal(expected.promoted);
          expect(confined).to.deep.equal(expected.confined);
        });
      }
    });
  });
});
