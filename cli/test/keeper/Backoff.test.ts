import { expect } from "chai";
import { Backoff, backoffMs } from "../../src/keeper/Backoff.js";

describe("Backoff", () => {
  const terms = { baseMs: 1_000, capMs: 60_000 };

  it("doubles the wait with each failure, up to the cap", () => {
    const waits = [0, 1, 2, 3, 6, 7, 1_000_000].map((failures) => backoffMs(failures, terms));
    expect(waits).to.deep.equal([0, 1_000, 2_000, 4_000, 32_000, 60_000, 60_000]);
  });

  it("lets a job wait that failed, and no other", () => {
    const backoff = new Backoff(terms);
    expect(backoff.failed("one", 0)).to.equal(1);
    expect(backoff.isReady("one", 999)).to.equal(false);
    expect(backoff.isReady("one", 1_000)).to.equal(true);
    expect(backoff.isReady("other", 0)).to.equal(true);
    expect(backoff.failed("one", 1_000)).to.equal(2);
    expect(backoff.isReady("one", 2_999)).to.equal(false);
  });

  it("forgets what nobody asks for any longer, and nothing else", () => {
    const backoff = new Backoff(terms);
    for (let job = 0; job < 100; ++job) backoff.failed(`job ${job}`, 0);
    backoff.isReady("job 7", 100_000);
    backoff.prune(120_000);
    expect(backoff.size).to.equal(1);
  });
});
