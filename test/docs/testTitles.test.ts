import { expect } from "chai";
import { testTitles } from "./testTitles";

describe("testTitles", () => {
  it("reads TypeScript's titles as they stand in the source", () => {
    const source = 'it("a \\"b\\"", f); describe("d", () => { it(`c ${d ? "e" : "f"} g`, f); });';
    expect(testTitles({ file: "a.test.ts", source })).to.deep.equal(['a "b"', 'c ${d ? "e" : "f"} g']);
  });

  it("leaves out what is skipped, commented out or named by a variable", () => {
    const source = 'it.skip("a", f); /* it("b", f); */ xit("c", f); it(title, f); // it("d", f);';
    expect(testTitles({ file: "a.test.ts", source })).to.deep.equal([]);
  });

  it("reads the functions that forge runs", () => {
    const source = "function test_A() {} // function test_B() {}\nfunction invariant_1_c() {} function help() {}";
    expect(testTitles({ file: "A.t.sol", source })).to.deep.equal(["test_A", "invariant_1_c"]);
  });
});
