import { expect } from "chai";
import { HeadGuard } from "../../../src/keeper/rpc/HeadGuard.js";

describe("HeadGuard", () => {
  const NOW = 1_700_000_000;
  const MINUTE = 60;
  const terms = { toleranceMs: 10 * MINUTE * 1000, reorgDepth: 3 };

  const head = (number: number, timestamp: number) => ({ number, timestamp, hash: `0x${number}`, baseFeePerGas: 0n });
  const judge = (guard: HeadGuard, number: number, timestamp: number, now = NOW) =>
    guard.judge(head(number, timestamp), now * 1000);

  it("finds nothing wrong with a head that goes on", () => {
    const guard = new HeadGuard(terms);
    expect(judge(guard, 10, NOW)).to.equal(undefined);
    expect(judge(guard, 12, NOW + 4, NOW + 4)).to.equal(undefined);
  });

  it("does not believe a head far behind the clock", () => {
    expect(judge(new HeadGuard(terms), 10, NOW - 10 * MINUTE)).to.equal(undefined);
    expect(judge(new HeadGuard(terms), 10, NOW - 10 * MINUTE - 1)).to.equal("its head, block 10, is 601 seconds old");
  });

  it("does not believe a head far ahead of the clock", () => {
    const ahead = judge(new HeadGuard(terms), 10, NOW + 10 * MINUTE + 1);
    expect(ahead).to.equal("its head, block 10, is 601 seconds ahead of the clock");
  });

  it("does not believe a head that goes back further than a reorganization", () => {
    const guard = new HeadGuard(terms);
    judge(guard, 10, NOW);
    expect(judge(guard, 7, NOW)).to.equal(undefined);
    expect(judge(guard, 6, NOW)).to.equal("its head went back from block 10 to 6");
  });

  it("starts from the lower head the next time", () => {
    const guard = new HeadGuard(terms);
    judge(guard, 10, NOW);
    judge(guard, 1, NOW);
    expect(judge(guard, 2, NOW)).to.equal(undefined);
  });

  it("does not believe a head that stands still", () => {
    const guard = new HeadGuard(terms);
    judge(guard, 10, NOW);
    expect(judge(guard, 10, NOW, NOW + 10 * MINUTE)).to.equal(undefined);
    // The timestamp goes on, the number does not.
    const later = NOW + 10 * MINUTE + 1;
    expect(judge(guard, 10, later, later)).to.equal("its head has stood at block 10 for 601 seconds");
  });

  it("does not believe a new block that is older than the one before", () => {
    const guard = new HeadGuard(terms);
    judge(guard, 10, NOW);
    expect(judge(guard, 11, NOW - 1)).to.equal("its head, block 11, is older than block 10");
  });

  describe("without a tolerance", () => {
    it("lets the head be of any time, and stand as long as it likes", () => {
      const guard = new HeadGuard({ ...terms, toleranceMs: 0 });
      expect(judge(guard, 10, 1)).to.equal(undefined);
      expect(judge(guard, 10, 1, NOW + 1e6)).to.equal(undefined);
      expect(judge(guard, 5, 1)).to.equal("its head went back from block 10 to 5");
    });
  });
});
