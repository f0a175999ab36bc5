import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { reportsNeeded, valuesNeeded } from "../../scripts/performance/quorum";
import { harnessed } from "./fixture";

describe("quorum", () => {
  for (const [reporters, reports, values] of [
    [1n, 1n, 1n],
    [2n, 2n, 1n],
    [3n, 3n, 1n],
    [4n, 3n, 3n],
    [6n, 5n, 3n],
    [7n, 5n, 5n],
    [10n, 7n, 7n],
    [21n, 15n, 13n],
    [32n, 22n, 21n],
  ] as const) {
    it(`of ${String(reporters)} reporters is ${String(reports)}, and ${String(values)} values`, () => {
      expect(reportsNeeded(reporters)).to.equal(reports);
      expect(valuesNeeded(reporters)).to.equal(values);
    });
  }

  it("is the contract's for any number of reporters", async () => {
    const { harness } = await loadFixture(harnessed);
    for (let reporters = 1n; reporters <= 100n; reporters += 1n) {
      expect(await harness.reportsNeeded(reporters)).to.equal(reportsNeeded(reporters));
      expect(await harness.valuesNeeded(reporters)).to.equal(valuesNeeded(reporters));
    }
  });

  it("is never more than all, and any two share more than f reporters", () => {
    for (let reporters = 1n; reporters <= 1_000n; reporters += 1n) {
      const liars = (reporters - 1n) / 3n;
      const needed = reportsNeeded(reporters);
      expect(needed <= reporters, `of ${String(reporters)}`).to.equal(true);
      expect(2n * needed - reporters > liars, `of ${String(reporters)}`).to.equal(true);
    }
  });

  it("leaves enough values when f reporters are silent", () => {
    for (let reporters = 1n; reporters <= 1_000n; reporters += 1n) {
      expect(valuesNeeded(reporters) <= reporters - (reporters - 1n) / 3n).to.equal(true);
    }
  });
});
