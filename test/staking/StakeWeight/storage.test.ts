import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { WCT } from "../../support/amounts";
import { locked, unlocking } from "../../support/funded";
import { lockedHeld } from "../../support/slashing";
import { field, mappingSlot, namespaceSlot, readSlot } from "../../support/storage";
import { nextAt, WEEK } from "../../support/time";

const root = namespaceSlot("wct.storage.StakeWeight");
const historiesSlot = root + 1n;
const totalSlot = root + 2n;
const totalHistorySlot = root + 3n;
const endingsSlot = root + 4n;
const operatorsSlot = root + 5n;

describe("StakeWeight", () => {
  describe("storage", () => {
    it("begins at the ERC-7201 slot of wct.storage.StakeWeight", () => {
      expect(root).to.equal(0xecf665a3bc7b4cf382c3da3558c3d6109ee8a805092fff4b8773b94427457300n);
    });

    it("keeps a position in one slot", async () => {
      const { stakeWeight, alice, amount, thursday, unlockEnd } = await loadFixture(unlocking);
      await nextAt(thursday + 5n);
      await stakeWeight.connect(alice).increaseAmount(1n);
      const slot = await readSlot(stakeWeight, mappingSlot(alice.address, root));
      expect(field(slot, 160n, 96n)).to.equal(amount + 1n);
      expect(field(slot, 152n, 8n)).to.equal(52n);
      expect(field(slot, 136n, 16n)).to.equal(unlockEnd / WEEK);
      expect(field(slot, 96n, 40n)).to.equal(thursday + 5n);
      expect(field(slot, 64n, 32n)).to.be.within(1n, 2n);
      expect(field(slot, 0n, 64n)).to.equal(0n);
    });

    it("keeps what is held back in the same slot, in gwei, and whether it is delegated", async () => {
      const { stakeWeight, asSlasher, alice, bob, held } = await loadFixture(lockedHeld);
      await stakeWeight.connect(alice).delegate(bob);
      const slot = await readSlot(stakeWeight, mappingSlot(alice.address, root));
      expect(field(slot, 0n, 1n)).to.equal(1n);
      expect(field(slot, 1n, 63n)).to.equal(held / 10n ** 9n);
      await asSlasher.releaseHeld(alice, held);
      expect(field(await readSlot(stakeWeight, mappingSlot(alice.address, root)), 0n, 64n)).to.equal(1n);
    });

    it("writes no slot after a position's own", async () => {
      const { stakeWeight, alice } = await loadFixture(unlocking);
      expect(await readSlot(stakeWeight, mappingSlot(alice.address, root) + 1n)).to.equal(0n);
    });

    it("keeps one slot of history per change", async () => {
      const { stakeWeight, alice, amount, thursday } = await loadFixture(locked);
      await nextAt(thursday);
      await stakeWeight.connect(alice).relock(78n);
      await nextAt(thursday + 1n);
      await stakeWeight.connect(alice).initiateUnlock();
      const history = mappingSlot(alice.address, historiesSlot);
      const second = await readSlot(stakeWeight, mappingSlot(1n, history));
      expect(field(second, 208n, 48n)).to.equal(thursday);
      expect(field(second, 96n, 112n)).to.equal(amount * 78n);
      expect(field(second, 0n, 96n)).to.equal(0n);
      expect(await readSlot(stakeWeight, mappingSlot(2n, history))).to.equal(0n);
    });

    it("keeps the number of checkpoints and the sum of all amounts in one slot", async () => {
      const { stakeWeight, bob, amount, thursday } = await loadFixture(locked);
      await nextAt(thursday);
      await stakeWeight.connect(bob).stake(3n * WCT, 4n);
      const slot = await readSlot(stakeWeight, totalSlot);
      expect(field(slot, 0n, 32n)).to.equal(2n);
      expect(field(slot, 32n, 96n)).to.equal(amount + 3n * WCT);
      expect(slot >> 128n).to.equal(0n);
    });

    it("marks the weeks in which something ends in the same slot, and forgets them with a relock", async () => {
      const { stakeWeight, alice, thursday } = await loadFixture(locked);
      await nextAt(thursday);
      await stakeWeight.connect(alice).initiateUnlock();
      expect((await readSlot(stakeWeight, totalSlot)) >> 128n).to.equal(1n << 51n);
      await nextAt(thursday + 2n * WEEK + 5n);
      await stakeWeight.connect(alice).increaseAmount(1n);
      expect((await readSlot(stakeWeight, totalSlot)) >> 128n).to.equal(1n << 49n);
      await stakeWeight.connect(alice).relock(52n);
      expect((await readSlot(stakeWeight, totalSlot)) >> 128n).to.equal(0n);
    });

    it("keeps the total's line in one slot", async () => {
      const { stakeWeight, alice, amount, thursday } = await loadFixture(locked);
      await nextAt(thursday);
      await stakeWeight.connect(alice).initiateUnlock();
      const slot = await readSlot(stakeWeight, mappingSlot(1n, totalHistorySlot));
      expect(field(slot, 208n, 48n)).to.equal(thursday);
      expect(field(slot, 96n, 112n)).to.equal(amount * (thursday / WEEK + 52n));
      expect(field(slot, 0n, 96n)).to.equal(amount);
    });

    it("keeps the amount that ends in a week, and forgets it with a relock", async () => {
      const { stakeWeight, alice, amount, unlockEnd } = await loadFixture(unlocking);
      const slot = mappingSlot(unlockEnd / WEEK, endingsSlot);
      expect(await readSlot(stakeWeight, slot)).to.equal(amount);
      await stakeWeight.connect(alice).relock(52n);
      expect(await readSlot(stakeWeight, slot)).to.equal(0n);
    });

    it("keeps operators by owner", async () => {
      const { stakeWeight, alice, operator } = await loadFixture(locked);
      await stakeWeight.connect(alice).setOperator(operator, true);
      const slot = mappingSlot(operator.address, mappingSlot(alice.address, operatorsSlot));
      expect(await readSlot(stakeWeight, slot)).to.equal(1n);
    });

    it("leaves the slots from 0 on empty", async () => {
      const { stakeWeight } = await loadFixture(unlocking);
      for (let slot = 0n; slot < 10n; ++slot) expect(await readSlot(stakeWeight, slot)).to.equal(0n);
    });
  });
});
