import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { readRound } from "../../../scripts/performance/readRound";
import { ownershipOf } from "../../support/nodes";
import { DOWN } from "../../support/reporting";
import { DAY, nextAt, now } from "../../support/time";
import { envelopeOf, EQUIVOCATION, fivePeers, Status } from "./fixtures";

/** Whose key was stolen. */
const VICTIM = 1;

/** What the thief can make of the second node's key: proofs for any epoch. */
async function stolenKey() {
  const fixture = await fivePeers();
  const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
  const node = fixture.nodes[VICTIM]!;
  const prove = async (epoch: bigint) => {
    const of = { contracts: fixture, round, index: VICTIM, report: { epoch } };
    const [first, second] = [await envelopeOf(of), await envelopeOf({ ...of, rest: DOWN })];
    return fixture.oracle.proveEquivocation(first.report, first.signature, second.report, second.signature);
  };
  return { ...fixture, node, operator: node.operator, prove };
}

describe("PerformanceOracle", () => {
  describe("proveEquivocation, with a key that was stolen", () => {
    it("refuses reports of an epoch that has not begun", async () => {
      const { oracle, epoch, prove } = await loadFixture(stolenKey);
      await expect(prove(epoch + 1n)).to.be.revertedWithCustomError(oracle, "EpochNotProvable");
    });

    it("holds back no more than 1 % within an epoch", async () => {
      const { stakeWeight, operator, epoch, prove } = await loadFixture(stolenKey);
      const { amount } = await stakeWeight.positionOf(operator);
      for (let ahead = 0n; ahead < 100n; ++ahead) await prove(epoch + ahead).catch(() => undefined);
      expect(await stakeWeight.heldOf(operator)).to.equal(amount / 100n);
    });

    it("expels once for an epoch, so that a veto lets the node come back", async () => {
      const fixture = await loadFixture(stolenKey);
      const { registry, nodeRewards, guardian, node, operator, epoch, prove } = fixture;
      await prove(epoch);
      await nodeRewards.connect(guardian).vetoSlash(operator, epoch, EQUIVOCATION);
      await nextAt(((await now()) / DAY + 30n) * DAY);
      await registry.connect(operator).register(node.key, node.endpoint, await ownershipOf(fixture, node));
      await prove(epoch).catch(() => undefined);
      expect(await registry.statusOf(operator)).to.equal(Status.Standby);
    });
  });
});
