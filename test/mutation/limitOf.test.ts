import { expect } from "chai";
import { limitOf } from "../../scripts/mutation/tryMutant";

describe("limitOf", () => {
  it("is the timeout", () => {
    expect(limitOf(5_000, 300)).to.equal(300);
  });

  it("is no less than ten times what the tests take without a mutant", () => {
    expect(limitOf(5_000, 1)).to.equal(50);
    expect(limitOf(87_000, 300)).to.equal(870);
  });
});
