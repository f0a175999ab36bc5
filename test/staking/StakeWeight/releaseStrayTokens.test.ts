import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ethers } from "hardhat";
import { setBalance } from "@nomicfoundation/hardhat-network-helpers";
import { WCT } from "../../support/amounts";
import { locked, unlocked } from "../../support/funded";

/** {@link locked}, where 9 wei were sent to StakeWeight and the distributor can be acted for. */
async function strayed() {
  const fixture = await locked();
  await fixture.token.connect(fixture.bob).transfer(fixture.stakeWeight, 9n);
  const asDistributor = await ethers.getImpersonatedSigner(await fixture.distributor.getAddress());
  await setBalance(asDistributor.address, WCT);
  return { ...fixture, asDistributor };
}

describe("StakeWeight", () => {
  describe("releaseStrayTokens", () => {
    it("hands tokens beyond the positions' own to the distributor", async () => {
      const { stakeWeight, token, asDistributor } = await loadFixture(strayed);
      await expect(stakeWeight.connect(asDistributor).releaseStrayTokens()).to.changeTokenBalances(
        token,
        [stakeWeight, asDistributor],
        [-9n, 9n],
      );
    });

    it("emits StrayTokensReleased", async () => {
      const { stakeWeight, asDistributor } = await loadFixture(strayed);
      await expect(stakeWeight.connect(asDistributor).releaseStrayTokens())
        .to.emit(stakeWeight, "StrayTokensReleased")
        .withArgs(asDistributor, 9n);
    });

    it("returns the amount", async () => {
      const { stakeWeight, asDistributor } = await loadFixture(strayed);
      expect(await stakeWeight.connect(asDistributor).releaseStrayTokens.staticCall()).to.equal(9n);
    });

    it("leaves the positions' own", async () => {
      const { stakeWeight, token, asDistributor, amount } = await loadFixture(strayed);
      await stakeWeight.connect(asDistributor).releaseStrayTokens();
      expect(await token.balanceOf(stakeWeight)).to.equal(amount);
      expect(await stakeWeight.totalStaked()).to.equal(amount);
    });

    it("is refused when there are none", async () => {
      const { stakeWeight, asDistributor } = await loadFixture(strayed);
      await stakeWeight.connect(asDistributor).releaseStrayTokens();
      await expect(stakeWeight.connect(asDistributor).releaseStrayTokens()).to.be.revertedWithCustomError(
        stakeWeight,
        "NoStrayTokens",
      );
    });

    it("never takes what is Unlocked and not withdrawn", async () => {
      const { stakeWeight, distributor } = await loadFixture(unlocked);
      const asDistributor = await ethers.getImpersonatedSigner(await distributor.getAddress());
      await setBalance(asDistributor.address, WCT);
      await expect(stakeWeight.connect(asDistributor).releaseStrayTokens()).to.be.revertedWithCustomError(
        stakeWeight,
        "NoStrayTokens",
      );
    });

    it("refuses all others, the administrator among them", async () => {
      const { stakeWeight, stranger, admin, pauser, deployer } = await loadFixture(strayed);
      for (const caller of [stranger, admin, pauser, deployer]) {
        await expect(stakeWeight.connect(caller).releaseStrayTokens())
          .to.be.revertedWithCustomError(stakeWeight, "AccessControlUnauthorizedAccount")
          .withArgs(caller, await stakeWeight.DISTRIBUTOR_ROLE());
      }
    });
  });
});
