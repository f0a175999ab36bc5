import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { finalizeEpoch } from "../../support/reporting";
import { DAY, nextAt } from "../../support/time";
import { fiveNodes } from "../PerformanceOracle/fixtures";

describe("NodeRewards", () => {
  describe("budgetOf", () => {
    it("is 0 for a settled epoch, also while older missed ones are left", async () => {
      const fixture = await loadFixture(fiveNodes);
      const { nodeRewards, registry, token, deployer, epoch } = fixture;
      await token.connect(deployer).approve(nodeRewards, 60_000n);
      await nodeRewards.connect(deployer).fundRange(epoch, 60n, 1_000n);
      const settled = epoch + 50n;
      await nextAt(settled * DAY);
      await registry.update();
      await finalizeEpoch(fixture, { epoch: settled });
      expect(await nodeRewards.budgetOf(settled)).to.equal(0n);
    });
  });
});
