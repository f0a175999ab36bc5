import { expect } from "chai";
import { type Statement, withNumbers } from "../../scripts/statements/withNumbers";

const statement: Statement = {
  document: "README.md",
  sentence: "measured up to {}, by halmos {} (`npm test`)",
  numbers: [10_000, "0.3.3"],
};
const text = "It is\nmeasured up to 10,000, by\nhalmos 0.3.3 (`npm test`).\n";

describe("withNumbers", () => {
  it("leaves a sentence that is true as it is, however its lines are broken", () => {
    expect(withNumbers(text, statement)).to.equal(text);
  });

  it("puts the present numbers in place of others", () => {
    const stale = text.replace("10,000", "9").replace("0.3.3", "9.9.9");
    expect(withNumbers(stale, statement)).to.equal(text);
  });

  it("takes neither a comma nor a full stop for a part of a number", () => {
    const sentence = { document: "README.md", sentence: "{}, {}.", numbers: [1, 16.7] };
    expect(withNumbers("2, 3.", sentence)).to.equal("1, 16.7.");
  });

  it("refuses a document that does not say it, or says it twice", () => {
    expect(() => withNumbers("", statement)).to.throw(`README.md says 0 times, not once: ${statement.sentence}`);
    expect(() => withNumbers(text + text, statement)).to.throw("README.md says 2 times, not once");
  });

  it("refuses a sentence with more places than numbers", () => {
    expect(() => withNumbers(text, { ...statement, numbers: [1] })).to.throw("not a number for each {}");
  });
});
