import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { FunctionFragment, id, type Interface, type ParamType, ZeroAddress } from "ethers";
import { LegacyPermanentStakeWeight__factory, LegacyStakeWeightBridge__factory } from "../../../typechain-types";
import { WCT } from "../../support/amounts";
import { bridgedGenerations, laterBridged } from "../../support/migration";
import { WEEK } from "../../support/time";

const legacyInterface: Interface = LegacyPermanentStakeWeight__factory.createInterface();
const bridgeInterface: Interface = LegacyStakeWeightBridge__factory.createInterface();

const legacyFunctions = legacyInterface.fragments.filter((fragment) => FunctionFragment.isFragment(fragment));
const frozen = legacyFunctions.filter(({ selector }) => !bridgeInterface.hasFunction(selector));
const kept = legacyFunctions.filter(({ selector }) => bridgeInterface.hasFunction(selector));

/** A value of the type that is not absurd. */
function example({ type }: ParamType): unknown {
  return type === "address" ? ZeroAddress : type === "bool" ? false : 1n;
}

for (const { name, fixture } of bridgedGenerations) {
  describe(`LegacyStakeWeightBridge, ${name} generation`, () => {
    describe("once the system is frozen", () => {
      it("keeps what the legacy distributor calls, with the same values returned", () => {
        const names = kept.map((fragment) => fragment.name).sort();
        expect(names).to.deep.equal([
          "checkpoint",
          "epoch",
          "locks",
          "permanentSupplyByEpoch",
          "pointHistory",
          "supply",
          "userPermanentAt",
          "userPointEpoch",
          "userPointHistory",
        ]);
        for (const fragment of kept) {
          const own = bridgeInterface.getFunction(fragment.selector)!;
          expect(own.outputs.map((output) => output.format("sighash"))).to.deep.equal(
            fragment.outputs.map((output) => output.format("sighash")),
          );
        }
      });

      for (const fragment of frozen) {
        it(`refuses ${fragment.format()} of an owner, and of its admin`, async () => {
          const { bridge, alice, admin } = await loadFixture(fixture);
          const data = legacyInterface.encodeFunctionData(fragment, fragment.inputs.map(example));
          for (const caller of [alice, admin]) {
            await expect(caller.sendTransaction({ to: bridge, data }))
              .to.be.revertedWithCustomError(bridge, "LegacySystemFrozen")
              .withArgs(fragment.selector);
          }
        });
      }

      for (const signature of [
        "setMaxLock(uint256)",
        "forceWithdrawAll(address)",
        "depositFor(address,uint256)",
        "createLockFor(address,uint256,uint256)",
        "transferOwnership(address)",
        "upgradeTo(address)",
      ]) {
        it(`refuses ${signature}, which another origin may have had`, async () => {
          const { bridge, admin } = await loadFixture(fixture);
          const selector = id(signature).slice(0, 10);
          await expect(admin.sendTransaction({ to: bridge, data: selector + "00".repeat(96) }))
            .to.be.revertedWithCustomError(bridge, "LegacySystemFrozen")
            .withArgs(selector);
        });
      }

      it("lets a call without data pass, which older ProxyAdmins make when they upgrade", async () => {
        const { bridge, alice } = await loadFixture(fixture);
        await expect(alice.sendTransaction({ to: bridge })).not.to.be.reverted;
      });

      it("refuses ether", async () => {
        const { bridge, alice } = await loadFixture(fixture);
        await expect(alice.sendTransaction({ to: bridge, value: 1n })).to.be.revertedWithoutReason();
        const data = bridgeInterface.encodeFunctionData("checkpoint");
        await expect(alice.sendTransaction({ to: bridge, data, value: 1n })).to.be.revertedWithoutReason();
      });

      it("takes no tokens out of old allowances", async () => {
        const { legacy, token, bridge, alice, thursday } = await loadFixture(fixture);
        expect(await token.allowance(alice, bridge)).to.be.above(0n);
        const sent = legacy.stakeWeight.connect(alice).createLock(WCT, thursday + 9n * WEEK);
        await expect(sent).to.be.revertedWithCustomError(bridge, "LegacySystemFrozen");
      });
    });
  });
}

describe("LegacyStakeWeightBridge, given perpetual locks", () => {
  describe("once the system is frozen", () => {
    it("lets nobody start to unlock at the old place", async () => {
      const { legacy, bridge, erin } = await loadFixture(laterBridged);
      await expect(legacy.stakeWeight.connect(erin).triggerUnlock())
        .to.be.revertedWithCustomError(bridge, "LegacySystemFrozen")
        .withArgs(id("triggerUnlock()").slice(0, 10));
    });
  });
});
