import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { type ContractTransactionResponse, ZeroAddress } from "ethers";
import { weightOf, WCT } from "../../support/amounts";
import { funded, locked, unlocked, unlocking } from "../../support/funded";
import { impersonated } from "../../support/impersonated";
import { inOneBlock } from "../../support/inOneBlock";
import { equalWeights, expectShare } from "../../support/rewarded";
import { mappingSlot, namespaceSlot, readSlot } from "../../support/storage";
import { nextAt, now, warpTo, WEEK } from "../../support/time";

/** {@link equalWeights}, where alice delegated to bob. */
async function delegated() {
  const fixture = await equalWeights();
  await fixture.stakeWeight.connect(fixture.alice).delegate(fixture.bob);
  return { ...fixture, weight: weightOf(1_000n * WCT, 52n * WEEK) };
}

describe("StakeWeight", () => {
  describe("delegate", () => {
    it("gives the delegator's votes to the delegate, and leaves it none", async () => {
      const { stakeWeight, alice, bob, weight } = await loadFixture(delegated);
      expect(await stakeWeight.delegates(alice)).to.equal(bob.address);
      expect(await stakeWeight.getVotes(alice)).to.equal(0n);
      expect(await stakeWeight.getVotes(bob)).to.equal(2n * weight);
    });

    it("changes neither weight nor totals", async () => {
      const fixture = await loadFixture(equalWeights);
      const { stakeWeight, alice, bob } = fixture;
      const told = async () => [
        await stakeWeight.weightOf(alice),
        await stakeWeight.weightOf(bob),
        await stakeWeight.totalWeight(),
        await stakeWeight.totalStaked(),
        await stakeWeight.positionOf(alice),
      ];
      const before = await told();
      await stakeWeight.connect(alice).delegate(bob);
      expect(await told()).to.deep.equal(before);
    });

    it("leaves rewards with the staker", async () => {
      const { stakeWeight, distributor, alice, bob, funder, thursday } = await loadFixture(delegated);
      await distributor.connect(funder).fund(thursday, 900n * WCT);
      await stakeWeight.connect(bob).delegate(alice);
      await warpTo(thursday + WEEK);
      for (const account of [alice, bob]) expectShare(await distributor.claimable(account), 300n * WCT);
    });

    it("emits DelegateChanged and what it means for both", async () => {
      const { stakeWeight, alice, bob } = await loadFixture(equalWeights);
      const weight = weightOf(1_000n * WCT, 52n * WEEK);
      await expect(stakeWeight.connect(alice).delegate(bob))
        .to.emit(stakeWeight, "DelegateChanged")
        .withArgs(alice, alice, bob)
        .and.to.emit(stakeWeight, "DelegateVotesChanged")
        .withArgs(alice, weight, 0n)
        .and.to.emit(stakeWeight, "DelegateVotesChanged")
        .withArgs(bob, weight, 2n * weight);
    });

    it("moves the votes from one delegate to another", async () => {
      const { stakeWeight, alice, bob, carol, weight } = await loadFixture(delegated);
      await expect(stakeWeight.connect(alice).delegate(carol))
        .to.emit(stakeWeight, "DelegateChanged")
        .withArgs(alice, bob, carol)
        .and.to.emit(stakeWeight, "DelegateVotesChanged")
        .withArgs(bob, 2n * weight, weight)
        .and.to.emit(stakeWeight, "DelegateVotesChanged")
        .withArgs(carol, weight, 2n * weight);
      expect(await stakeWeight.getVotes(alice)).to.equal(0n);
    });

    for (const back of ["itself", "the zero address"]) {
      it(`takes the votes back by delegating to ${back}`, async () => {
        const { stakeWeight, alice, bob, weight } = await loadFixture(delegated);
        await expect(stakeWeight.connect(alice).delegate(back === "itself" ? alice.address : ZeroAddress))
          .to.emit(stakeWeight, "DelegateChanged")
          .withArgs(alice, bob, alice);
        expect(await stakeWeight.delegates(alice)).to.equal(alice.address);
        expect(await stakeWeight.getVotes(alice)).to.equal(weight);
        expect(await stakeWeight.getVotes(bob)).to.equal(weight);
      });
    }

    it("changes nothing when the delegate is the same", async () => {
      const { stakeWeight, alice, bob, weight } = await loadFixture(delegated);
      const history = mappingSlot(alice.address, namespaceSlot("wct.storage.StakeVotes"));
      const length = await readSlot(stakeWeight, history);
      await nextAt((await now()) + 100n);
      const sent = stakeWeight.connect(alice).delegate(bob);
      await expect(sent).to.emit(stakeWeight, "DelegateChanged").withArgs(alice, bob, bob);
      expect(await readSlot(stakeWeight, history)).to.equal(length);
      await expect(sent).not.to.emit(stakeWeight, "DelegateVotesChanged");
      expect(await stakeWeight.getVotes(bob)).to.equal(2n * weight);
    });

    it("hands nothing on that the delegate was given", async () => {
      const { stakeWeight, alice, bob, carol, weight } = await loadFixture(delegated);
      await stakeWeight.connect(bob).delegate(carol);
      expect(await stakeWeight.getVotes(bob)).to.equal(weight);
      expect(await stakeWeight.getVotes(carol)).to.equal(2n * weight);
      expect(await stakeWeight.getVotes(alice)).to.equal(0n);
    });

    it("lets two delegate to each other", async () => {
      const { stakeWeight, alice, bob, weight } = await loadFixture(delegated);
      await stakeWeight.connect(bob).delegate(alice);
      expect(await stakeWeight.getVotes(alice)).to.equal(weight);
      expect(await stakeWeight.getVotes(bob)).to.equal(weight);
    });

    it("works while paused", async () => {
      const { stakeWeight, pauser, alice, bob, weight } = await loadFixture(delegated);
      await stakeWeight.connect(pauser).pause();
      await stakeWeight.connect(alice).delegate(alice);
      expect(await stakeWeight.getVotes(bob)).to.equal(weight);
    });

    it("can be batched with a stake", async () => {
      const { stakeWeight, alice, bob } = await loadFixture(funded);
      const { interface: codec } = stakeWeight;
      await stakeWeight
        .connect(alice)
        .multicall([
          codec.encodeFunctionData("stake", [WCT, 104n]),
          codec.encodeFunctionData("delegate", [bob.address]),
        ]);
      expect(await stakeWeight.getVotes(bob)).to.equal(weightOf(WCT, 104n * WEEK));
    });

    it("counts the last of one second only", async () => {
      const { stakeWeight, alice, bob, carol, weight } = await loadFixture(delegated);
      const second = (await now()) + 10n;
      await inOneBlock(
        second,
        (overrides) => stakeWeight.connect(alice).delegate(carol, overrides),
        (overrides) => stakeWeight.connect(alice).delegate(alice, overrides),
        (overrides) => stakeWeight.connect(alice).delegate(carol, overrides),
      );
      await warpTo(second + 1n);
      expect(await stakeWeight.getPastVotes(alice, second)).to.equal(0n);
      expect(await stakeWeight.getPastVotes(bob, second)).to.equal(weight);
      expect(await stakeWeight.getPastVotes(carol, second)).to.equal(2n * weight);
      expect(await stakeWeight.getPastVotes(bob, second - 1n)).to.equal(2n * weight);
    });

    describe("without a position", () => {
      it("moves no votes yet", async () => {
        const { stakeWeight, alice, bob } = await loadFixture(funded);
        await expect(stakeWeight.connect(alice).delegate(bob)).not.to.emit(stakeWeight, "DelegateVotesChanged");
        expect(await stakeWeight.positionOf(alice)).to.deep.equal([0n, 0n, 0n, 0n]);
      });

      it("gives the votes of a later position to the delegate", async () => {
        const { stakeWeight, alice, bob } = await loadFixture(funded);
        await stakeWeight.connect(alice).delegate(bob);
        const weight = weightOf(WCT, 104n * WEEK);
        await expect(stakeWeight.connect(alice).stake(WCT, 104n))
          .to.emit(stakeWeight, "DelegateVotesChanged")
          .withArgs(bob, 0n, weight);
        expect(await stakeWeight.getVotes(alice)).to.equal(0n);
        expect(await stakeWeight.getVotes(bob)).to.equal(weight);
      });
    });

    describe("once delegated", () => {
      it("lets the delegate's votes follow an increase", async () => {
        const { stakeWeight, alice, bob, weight } = await loadFixture(delegated);
        await expect(stakeWeight.connect(alice).increaseAmount(500n * WCT))
          .to.emit(stakeWeight, "DelegateVotesChanged")
          .withArgs(bob, 2n * weight, weight + weightOf(1_500n * WCT, 52n * WEEK));
      });

      it("lets the delegate's votes follow a relock", async () => {
        const { stakeWeight, alice, bob, weight } = await loadFixture(delegated);
        await stakeWeight.connect(alice).relock(104n);
        expect(await stakeWeight.getVotes(bob)).to.equal(weight + weightOf(1_000n * WCT, 104n * WEEK));
      });

      it("lets the delegate's votes decay with the position, to nothing", async () => {
        const { stakeWeight, alice, bob, thursday, weight } = await loadFixture(delegated);
        await stakeWeight.connect(alice).initiateUnlock();
        const end = thursday + 51n * WEEK;
        for (const left of [50n * WEEK, 7n * WEEK + 3n, 1n, 0n]) {
          await warpTo(end - left);
          const decayed = weightOf(1_000n * WCT, left);
          expect(await stakeWeight.getVotes(bob)).to.equal(weight + decayed);
          expect(await stakeWeight.getVotes(alice)).to.equal(0n);
        }
      });

      it("lets the owner withdraw, and the votes of the next position go the same way", async () => {
        const { stakeWeight, token, alice, bob, thursday, weight } = await loadFixture(delegated);
        await stakeWeight.connect(alice).initiateUnlock();
        await nextAt(thursday + 51n * WEEK);
        const sent = stakeWeight.connect(alice).withdraw();
        await expect(sent).to.changeTokenBalance(token, alice, 1_000n * WCT);
        await expect(sent).not.to.emit(stakeWeight, "DelegateVotesChanged");
        await stakeWeight.connect(alice).stake(1_000n * WCT, 52n);
        expect(await stakeWeight.getVotes(bob)).to.equal(2n * weight);
      });

      it("gives back what an operator and the distributor added, too", async () => {
        const { stakeWeight, distributor, alice, bob, operator, funder, thursday } = await loadFixture(delegated);
        await stakeWeight.connect(alice).setOperator(operator, true);
        await stakeWeight.connect(operator).increaseAmountFor(alice, 5n);
        await distributor.connect(funder).fund(thursday, 900n * WCT);
        await warpTo(thursday + WEEK);
        await distributor.connect(alice).claimAndRestake();
        const votes = await stakeWeight.getVotes(bob);
        expect(votes).to.equal((await stakeWeight.weightOf(alice)) + (await stakeWeight.weightOf(bob)));
        await stakeWeight.connect(alice).delegate(alice);
        expect(await stakeWeight.getVotes(bob)).to.equal(await stakeWeight.weightOf(bob));
      });
    });

    describe("when unlocking", () => {
      it("moves what is left of the decay", async () => {
        const { stakeWeight, alice, carol, amount, unlockEnd } = await loadFixture(unlocking);
        await nextAt(unlockEnd - 10n * WEEK - 5n);
        await stakeWeight.connect(alice).delegate(carol);
        expect(await stakeWeight.getVotes(carol)).to.equal(weightOf(amount, 10n * WEEK + 5n));
        await warpTo(unlockEnd - 1n);
        expect(await stakeWeight.getVotes(carol)).to.equal(weightOf(amount, 1n));
        await nextAt(unlockEnd);
        await stakeWeight.connect(alice).delegate(alice);
        expect(await stakeWeight.getVotes(carol)).to.equal(0n);
      });
    });

    describe("when unlocked", () => {
      it("moves no votes, and lets the owner withdraw and delegate anew", async () => {
        const { stakeWeight, alice, carol, amount } = await loadFixture(unlocked);
        await expect(stakeWeight.connect(alice).delegate(carol)).not.to.emit(stakeWeight, "DelegateVotesChanged");
        await stakeWeight.connect(alice).withdraw();
        await stakeWeight.connect(alice).delegate(alice);
        await stakeWeight.connect(alice).stake(amount, 4n);
        expect(await stakeWeight.getVotes(carol)).to.equal(0n);
        expect(await stakeWeight.getVotes(alice)).to.equal(weightOf(amount, 4n * WEEK));
      });
    });

    describe("by many to one", () => {
      /** What alice pays for all that she can do, where 40 positions of dust with many ends were given to `delegatee`. */
      async function costsWhenGivenTo(delegatee: "alice" | "carol"): Promise<bigint[]> {
        const fixture = await loadFixture(locked);
        const { stakeWeight, token, alice, deployer, thursday } = fixture;
        for (let index = 0; index < 40; ++index) {
          const griefer = await impersonated(index);
          await token.connect(deployer).transfer(griefer, 10n);
          await token.connect(griefer).approve(stakeWeight, 10n);
          await nextAt(thursday + BigInt(index) * WEEK);
          await stakeWeight.connect(griefer).stake(10n, index % 2 === 0 ? 52n : 104n);
          await stakeWeight.connect(griefer).initiateUnlock();
          await stakeWeight.connect(griefer).delegate(fixture[delegatee]);
        }
        const start = thursday + 41n * WEEK;
        const steps: [wait: bigint, step: () => Promise<ContractTransactionResponse>][] = [
          [0n, () => stakeWeight.connect(alice).increaseAmount(WCT)],
          [1n, () => stakeWeight.connect(alice).relock(104n)],
          [2n, () => stakeWeight.connect(alice).initiateUnlock()],
          [3n, () => stakeWeight.connect(alice).update(1n, 104n)],
          [4n, () => stakeWeight.connect(alice).initiateUnlock()],
          [110n, () => stakeWeight.connect(alice).withdraw()],
        ];
        const costs: bigint[] = [];
        for (const [wait, step] of steps) {
          await nextAt(start + wait * WEEK);
          costs.push((await (await step()).wait())!.gasUsed);
        }
        return costs;
      }

      it("costs the delegate nothing in what it does itself", async () => {
        expect(await costsWhenGivenTo("alice")).to.deep.equal(await costsWhenGivenTo("carol"));
      });
    });

    describe("storage", () => {
      const root = namespaceSlot("wct.storage.StakeVotes");

      it("begins at the ERC-7201 slot of wct.storage.StakeVotes", () => {
        expect(root).to.equal(0x9c04623bbafa1e1a45527ab573c65020955707cd7910e58471047ea5d219bd00n);
      });

      it("is empty for those who never delegate", async () => {
        const { stakeWeight, bob, carol } = await loadFixture(delegated);
        for (const { address } of [carol, bob]) {
          expect(await readSlot(stakeWeight, mappingSlot(address, root))).to.equal(0n);
        }
        expect(await readSlot(stakeWeight, mappingSlot(carol.address, root + 1n))).to.equal(0n);
      });

      it("keeps one flag with the position", async () => {
        const { stakeWeight, alice, bob } = await loadFixture(delegated);
        const stakes = namespaceSlot("wct.storage.StakeWeight");
        expect((await readSlot(stakeWeight, mappingSlot(alice.address, stakes))) % 2n ** 64n).to.equal(1n);
        expect((await readSlot(stakeWeight, mappingSlot(bob.address, stakes))) % 2n ** 64n).to.equal(0n);
        await stakeWeight.connect(alice).delegate(alice);
        expect((await readSlot(stakeWeight, mappingSlot(alice.address, stakes))) % 2n ** 64n).to.equal(0n);
      });
    });
  });
});
