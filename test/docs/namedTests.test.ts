import { expect } from "chai";
import { namedTests } from "./namedTests";

describe("namedTests", () => {
  it("reads files with the titles that follow", () => {
    expect(namedTests("`a.test.ts`: `one`, `two ${x}`; `B.t.sol`: `test_C`")).to.deep.equal([
      { file: "a.test.ts", titles: ["one", "two ${x}"] },
      { file: "B.t.sol", titles: ["test_C"] },
    ]);
  });

  it("refuses a title before any file", () => {
    expect(() => namedTests("`one`, `a.test.ts`")).to.throw("one stands before any file");
  });
});
