import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { epochOf, nodeContracts } from "../../support/nodes";
import { DAY, nextAt, now, warpTo } from "../../support/time";

const ONE = 0n;
const TWO = 1n;

/** In Phase 1, at noon of `epoch`; `asAdmin` is the registry as the administrator calls it. */
async function inPhaseOne() {
  const contracts = await nodeContracts();
  const epoch = epochOf(await now()) + 1n;
  await warpTo(epoch * DAY + DAY / 2n);
  return { ...contracts, epoch, asAdmin: contracts.registry.connect(contracts.admin) };
}

describe("NodeRegistry", () => {
  describe("setPhase", () => {
    it("emits PhaseSet for the next epoch", async () => {
      const { registry, asAdmin, epoch } = await loadFixture(inPhaseOne);
      await expect(asAdmin.setPhase(TWO))
        .to.emit(registry, "PhaseSet")
        .withArgs(TWO, epoch + 1n);
    });

    it("switches at the next opening", async () => {
      const { registry, asAdmin, epoch } = await loadFixture(inPhaseOne);
      await asAdmin.setPhase(TWO);
      expect(await registry.phaseAt(epoch)).to.equal(ONE);
      expect(await registry.phaseAt(epoch + 1n)).to.equal(TWO);
      expect(await registry.phaseAt(epoch + 10_000n)).to.equal(TWO);
    });

    it("in the second of an opening switches a day later", async () => {
      const { registry, asAdmin, epoch } = await loadFixture(inPhaseOne);
      await nextAt((epoch + 1n) * DAY);
      await expect(asAdmin.setPhase(TWO))
        .to.emit(registry, "PhaseSet")
        .withArgs(TWO, epoch + 2n);
      expect(await registry.phaseAt(epoch + 1n)).to.equal(ONE);
    });

    it("refuses the phase in force", async () => {
      const { registry, asAdmin } = await loadFixture(inPhaseOne);
      await expect(asAdmin.setPhase(ONE)).to.be.revertedWithCustomError(registry, "PhaseUnchanged").withArgs(ONE);
    });

    it("refuses the phase that is set already", async () => {
      const { registry, asAdmin } = await loadFixture(inPhaseOne);
      await asAdmin.setPhase(TWO);
      await expect(asAdmin.setPhase(TWO)).to.be.revertedWithCustomError(registry, "PhaseUnchanged").withArgs(TWO);
    });

    it("there and back within an epoch is no switch", async () => {
      const { registry, asAdmin, epoch } = await loadFixture(inPhaseOne);
      await asAdmin.setPhase(TWO);
      await expect(asAdmin.setPhase(ONE))
        .to.emit(registry, "PhaseSet")
        .withArgs(ONE, epoch + 1n);
      expect(await registry.phaseAt(epoch + 1n)).to.equal(ONE);
      await asAdmin.setPhase(TWO);
      expect(await registry.phaseAt(epoch + 1n)).to.equal(TWO);
    });

    it("there and back within a later epoch keeps the earlier switch", async () => {
      const { registry, asAdmin, epoch } = await loadFixture(inPhaseOne);
      await asAdmin.setPhase(TWO);
      await warpTo((epoch + 1n) * DAY);
      await asAdmin.setPhase(ONE);
      await asAdmin.setPhase(TWO);
      const phases = [0n, 1n, 2n, 3n].map((later) => registry.phaseAt(epoch + later));
      expect(await Promise.all(phases)).to.deep.equal([ONE, TWO, TWO, TWO]);
    });

    it("keeps the phase of every epoch, after three switches", async () => {
      const { registry, asAdmin, epoch } = await loadFixture(inPhaseOne);
      for (const [later, phase] of [
        [0n, TWO],
        [1n, ONE],
        [4n, TWO],
      ] as const) {
        if (later !== 0n) await warpTo((epoch + later) * DAY + 5n);
        await asAdmin.setPhase(phase);
      }
      const phases = [-1n, 0n, 1n, 2n, 3n, 4n, 5n, 6n].map((later) => registry.phaseAt(epoch + later));
      expect(await Promise.all(phases)).to.deep.equal([ONE, ONE, TWO, ONE, ONE, ONE, TWO, TWO]);
      expect(await registry.phaseAt(0n)).to.equal(ONE);
    });
  });
});
