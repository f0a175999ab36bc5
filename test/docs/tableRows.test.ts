import { expect } from "chai";
import { tableRows } from "./tableRows";

describe("tableRows", () => {
  it("reads the rows of all tables with that head, and no others", () => {
    const table = "| a | b |\n| - | - |\n| 1 | 2 \\| 3 |\n";
    expect(tableRows(`${table}\n| c |\n| - |\n| 4 |\n\n${table}`, "a", "b")).to.deep.equal([
      { cells: ["1", "2 | 3"], line: 3 },
      { cells: ["1", "2 | 3"], line: 11 },
    ]);
  });
});
