import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { Wallet } from "ethers";
import { hashConfiguration } from "../../scripts/performance/hashConfiguration";
import { hashSeatedSet } from "../../scripts/performance/hashSeatedSet";
import { readRound } from "../../scripts/performance/readRound";
import { Phase } from "../../scripts/performance/types";
import { epochOf, ownershipOf, seatedNodes } from "../support/nodes";
import { applyScores, readyToScore, scoresOf } from "../support/scores";
import { DAY, nextAt, now, warpTo } from "../support/time";

/** Three nodes that measure each other since the running epoch opened. */
async function peers() {
  const seated = await seatedNodes({ count: 3 });
  const { registry, admin, epoch } = seated;
  await registry.connect(admin).setPhase(Phase.Two);
  await nextAt((epoch + 1n) * DAY + 1n);
  await registry.update();
  return { ...seated, contracts: seated, epoch: epoch + 1n };
}

async function committee() {
  const seated = await seatedNodes({ count: 3 });
  return { ...seated, contracts: seated };
}

describe("readRound", () => {
  it("reads the set and the configuration that the chain has the hashes of", async () => {
    const { contracts, registry, oracle, epoch } = await loadFixture(committee);
    const { set, configuration } = await readRound({ contracts, epoch });
    expect(hashSeatedSet(set)).to.equal(await registry.setHashAt(epoch));
    expect(hashConfiguration(configuration)).to.equal(await oracle.configurationHashAt(epoch));
  });

  it("reads the set of the opening, whoever left since", async () => {
    const { contracts, registry, nodes, epoch } = await loadFixture(committee);
    await registry.connect(nodes[0]!.operator).leave();
    const { set } = await readRound({ contracts, epoch });
    expect(set.operators).to.deep.equal(nodes.map(({ operator }) => operator.address));
  });

  it("reads the epoch before the running one", async () => {
    const { contracts, registry, nodes, epoch } = await loadFixture(committee);
    await registry.connect(nodes[0]!.operator).leave();
    await nextAt((epoch + 1n) * DAY);
    await registry.update();
    expect((await readRound({ contracts, epoch })).set.operators.length).to.equal(3);
    expect((await readRound({ contracts, epoch: epoch + 1n })).set.operators.length).to.equal(2);
  });

  it("reads who is seated now if nobody has written the opening", async () => {
    const { contracts, registry, nodes } = await loadFixture(committee);
    await registry.connect(nodes[0]!.operator).leave();
    await warpTo((epochOf(await now()) + 1n) * DAY);
    const epoch = epochOf(await now());
    const { set } = await readRound({ contracts, epoch });
    expect(set.operators).to.deep.equal(nodes.slice(1).map(({ operator }) => operator.address));
  });

  it("refuses an epoch whose opening nobody has written if a node returned since", async () => {
    const fixture = await loadFixture(readyToScore);
    const { registry, nodes } = fixture;
    const { confined } = await applyScores(fixture, { epoch: fixture.epoch, scores: scoresOf([nodes[0]!], 0n) });
    await warpTo((await registry.nodeOf(confined[0]!)).returnsAt);
    const epoch = epochOf(await now());
    await expect(readRound({ contracts: fixture, epoch })).to.be.rejectedWith(
      `the opening of epoch ${epoch.toString()} is not written yet`,
    );
  });

  describe("in Phase 1", () => {
    it("names the committee as reporters", async () => {
      const { contracts, committee: members, epoch } = await loadFixture(committee);
      const { phase, reporters } = await readRound({ contracts, epoch });
      expect(phase).to.equal(Phase.One);
      expect(reporters.map(({ signer }) => signer)).to.deep.equal(members.map(({ address }) => address));
    });
  });

  describe("in Phase 2", () => {
    it("names the nodes as reporters, with their keys and weights at the opening", async () => {
      const { contracts, stakeWeight, nodes, epoch } = await loadFixture(peers);
      await stakeWeight.connect(nodes[0]!.operator).relock(104);
      const key = Wallet.createRandom();
      const { operator } = nodes[1]!;
      await contracts.identities.connect(operator).setKey(key, await ownershipOf(contracts, { operator, key }));
      const { phase, reporters } = await readRound({ contracts, epoch });
      expect(phase).to.equal(Phase.Two);
      expect(reporters.map(({ address }) => address)).to.deep.equal(nodes.map(({ operator }) => operator.address));
      expect(reporters.map(({ signer }) => signer)).to.deep.equal(nodes.map(({ key }) => key.address));
      const weights = await Promise.all(nodes.map(({ operator }) => stakeWeight.weightAt(operator, epoch * DAY)));
      expect(reporters.map(({ weight }) => weight)).to.deep.equal(weights);
      expect(await stakeWeight.weightOf(nodes[0]!.operator)).to.be.above(weights[0]!);
    });
  });
});
