import { expect } from "chai";
import { epochAt, epochStart } from "../../scripts/performance/epoch";

describe("epoch", () => {
  for (const [timestamp, epoch] of [
    [0n, 0n],
    [86_399n, 0n],
    [86_400n, 1n],
    [1_728_000_000n, 20_000n],
  ] as const) {
    it(`is ${String(epoch)} at ${String(timestamp)}`, () => {
      expect(epochAt(timestamp)).to.equal(epoch);
    });
  }

  it("begins where the one before ends", () => {
    expect(epochStart(20_000n)).to.equal(1_728_000_000n);
    expect(epochAt(epochStart(20_000n) - 1n)).to.equal(19_999n);
  });
});
