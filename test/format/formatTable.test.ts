import { stripVTControlCharacters } from "node:util";
import { expect } from "chai";
import { formatTable } from "../../scripts/format/formatTable";

describe("formatTable", () => {
  it("aligns words to the left and numbers to the right", () => {
    const table = formatTable({ head: ["name", "n"], rows: [["a", "1,000"]], foot: ["sum", "2"], textColumns: [0] });
    expect(stripVTControlCharacters(table).split("\n")).to.deep.equal([
      "  name      n",
      "  ────  ─────",
      "  a     1,000",
      "  ────  ─────",
      "  sum       2",
    ]);
  });

  it("counts the characters that are seen, not those that colour them", () => {
    const table = formatTable({ head: ["n"], rows: [["\u001b[31m12345\u001b[39m"]], textColumns: [] });
    expect(stripVTControlCharacters(table).split("\n")).to.deep.equal(["      n", "  ─────", "  12345"]);
  });
});
