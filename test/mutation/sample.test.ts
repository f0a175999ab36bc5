import { expect } from "chai";
import { sample } from "../../scripts/mutation/sample";

const mutants = Array.from({ length: 100 }, (_, index) => ({ id: `Sample.f:literal:${index}` }));

describe("sample", () => {
  it("draws the same by the same seed, and others by another", () => {
    expect(sample(mutants, 20, 1)).to.deep.equal(sample(mutants, 20, 1));
    expect(sample(mutants, 20, 1)).not.to.deep.equal(sample(mutants, 20, 2));
  });

  it("draws more by keeping what it has drawn", () => {
    expect(sample(mutants, 50, 1).slice(0, 20)).to.deep.equal(sample(mutants, 20, 1));
  });

  it("draws each once", () => {
    expect(sample(mutants, 100, 1)).to.have.deep.members(mutants);
  });
});
