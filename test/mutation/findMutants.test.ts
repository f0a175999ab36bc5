import { expect } from "chai";
import { applyChange } from "../../scripts/mutation/findMutants";
import { mutantsIn, parse, sampleContract } from "./parse";

const ADD = "function add(uint256 a, uint256 b) external pure returns (uint256 c) { c = a + b; c = a + c; }";

const idsOf = (source: string) => mutantsIn(source).map(({ id }) => id);

describe("findMutants", () => {
  it("names a mutant by file, function, operator and occurrence", () => {
    expect(idsOf(sampleContract(ADD))).to.have.members([
      "Sample.add:write:1",
      "Sample.add:arithmetic:1",
      "Sample.add:write:2",
      "Sample.add:arithmetic:2",
    ]);
  });

  it("keeps the ids when something else in the file changes", () => {
    const before = idsOf(sampleContract(ADD));
    const after = idsOf(sampleContract(`function other(uint256 a) external { stored = a * 2; } ${ADD}`));
    expect(after.filter((id) => id.startsWith("Sample.add:"))).to.deep.equal(before);
  });

  it("knows the line", () => {
    const source = sampleContract(ADD);
    const line = source.split("\n").findIndex((text) => text.includes("function add")) + 1;
    expect(new Set(mutantsIn(source).map((mutant) => mutant.line))).to.deep.equal(new Set([line]));
  });

  it("makes sources that the compiler reads, behind characters of several bytes", () => {
    const source = sampleContract(ADD);
    for (const { change } of mutantsIn(source)) expect(() => parse(applyChange(source, change))).not.to.throw();
    const subtracting = mutantsIn(source).find(({ id }) => id === "Sample.add:arithmetic:1")!;
    expect(applyChange(source, subtracting.change)).to.equal(source.replace("a + b", "(a - b)"));
  });

  it("takes constants, and leaves interfaces alone", () => {
    const source = `${sampleContract("uint256 constant LIMIT = 5;")} interface Other { function f() external; }`;
    expect(idsOf(source)).to.deep.equal(["Sample.LIMIT:literal:1", "Sample.LIMIT:literal:2"]);
  });

  it("leaves the constructor's calls of its parents alone", () => {
    const parent = "contract Parent { constructor(uint256) {} }";
    const source = `${parent} contract Child is Parent { constructor(uint256 a) Parent(a) {} }`;
    expect(idsOf(source)).to.deep.equal([]);
  });
});
