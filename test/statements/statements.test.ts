import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { statementsFigure } from "../../scripts/statements/figure";
import { statements } from "../../scripts/statements/statements";
import { withNumbers } from "../../scripts/statements/withNumbers";

const root = path.join(__dirname, "..", "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

describe("the numbers within sentences", () => {
  for (const statement of statements()) {
    it(`are fresh: ${statement.document}: ${statement.sentence}`, () => {
      const text = read(statement.document);
      expect(withNumbers(text, statement)).to.equal(text);
    });
  }

  it("are made anew in each document, all of them", async () => {
    const stale = (file: string) =>
      read(file).replace("10,000 accounts", "7 accounts").replace("up to 10,000", "up to 9");
    const documents = await statementsFigure.render(stale);
    expect(stale("README.md")).not.to.equal(read("README.md"));
    expect(documents.size).to.be.above(5);
    for (const [file, text] of documents) expect(text, file).to.equal(read(file));
  });
});
