import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { AbiCoder, MaxUint256 } from "ethers";
import { WCT, weightOf } from "../../support/amounts";
import { funded, locked, unlocked } from "../../support/funded";
import { signPermit } from "../../support/permit";
import { WEEK } from "../../support/time";

describe("StakeWeight", () => {
  describe("multicall", () => {
    it("uses a permit and stakes in one transaction", async () => {
      const { stakeWeight, token, alice } = await loadFixture(funded);
      await token.connect(alice).approve(stakeWeight, 0n);
      const value = 50n * WCT;
      const permit = await signPermit({ token, owner: alice, spender: stakeWeight, value, deadline: MaxUint256 });
      await stakeWeight
        .connect(alice)
        .multicall([
          stakeWeight.interface.encodeFunctionData("selfPermit", [value, ...permit]),
          stakeWeight.interface.encodeFunctionData("stake", [value, 52n]),
        ]);
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([value, 52n, 0n, 1n]);
    });

    it("acts as the caller in every step", async () => {
      const { stakeWeight, alice } = await loadFixture(funded);
      await stakeWeight
        .connect(alice)
        .multicall([
          stakeWeight.interface.encodeFunctionData("stake", [3n * WCT, 26n]),
          stakeWeight.interface.encodeFunctionData("increaseAmount", [2n * WCT]),
          stakeWeight.interface.encodeFunctionData("relock", [104n]),
        ]);
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([5n * WCT, 104n, 0n, 1n]);
      expect(await stakeWeight.totalWeight()).to.equal(weightOf(5n * WCT, 104n * WEEK));
    });

    it("withdraws and opens anew in one transaction", async () => {
      const { stakeWeight, alice } = await loadFixture(unlocked);
      await stakeWeight
        .connect(alice)
        .multicall([
          stakeWeight.interface.encodeFunctionData("withdraw"),
          stakeWeight.interface.encodeFunctionData("stake", [2n * WCT, 4n]),
        ]);
      expect(await stakeWeight.positionOf(alice)).to.deep.equal([2n * WCT, 4n, 0n, 1n]);
    });

    it("returns what each step returned", async () => {
      const { stakeWeight, alice, amount } = await loadFixture(unlocked);
      const results = await stakeWeight
        .connect(alice)
        .multicall.staticCall([
          stakeWeight.interface.encodeFunctionData("withdraw"),
          stakeWeight.interface.encodeFunctionData("totalStaked"),
        ]);
      expect(results).to.deep.equal([
        AbiCoder.defaultAbiCoder().encode(["uint256"], [amount]),
        AbiCoder.defaultAbiCoder().encode(["uint256"], [0n]),
      ]);
    });

    it("reverts everything with the error of the step that fails", async () => {
      const { stakeWeight, alice, amount } = await loadFixture(locked);
      await expect(
        stakeWeight
          .connect(alice)
          .multicall([
            stakeWeight.interface.encodeFunctionData("increaseAmount", [1n]),
            stakeWeight.interface.encodeFunctionData("relock", [26n]),
          ]),
      )
        .to.be.revertedWithCustomError(stakeWeight, "PresetTooShort")
        .withArgs(26n, 52n * WEEK);
      expect((await stakeWeight.positionOf(alice)).amount).to.equal(amount);
    });

    it("gives no right to a stranger", async () => {
      const { stakeWeight, stranger, pauser } = await loadFixture(locked);
      await expect(stakeWeight.connect(stranger).multicall([stakeWeight.interface.encodeFunctionData("pause")]))
        .to.be.revertedWithCustomError(stakeWeight, "AccessControlUnauthorizedAccount")
        .withArgs(stranger, await stakeWeight.PAUSER_ROLE());
      await stakeWeight.connect(pauser).multicall([stakeWeight.interface.encodeFunctionData("pause")]);
      expect(await stakeWeight.paused()).to.equal(true);
    });

    it("can be nested", async () => {
      const { stakeWeight, alice } = await loadFixture(funded);
      const inner = stakeWeight.interface.encodeFunctionData("multicall", [
        [stakeWeight.interface.encodeFunctionData("stake", [5n, 4n])],
      ]);
      await stakeWeight.connect(alice).multicall([inner]);
      expect((await stakeWeight.positionOf(alice)).amount).to.equal(5n);
    });

    it("does nothing with nothing", async () => {
      const { stakeWeight, stranger } = await loadFixture(funded);
      expect(await stakeWeight.connect(stranger).multicall.staticCall([])).to.deep.equal([]);
    });
  });
});
