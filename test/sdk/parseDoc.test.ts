import { expect } from "chai";
import { parseDoc } from "../../scripts/sdk/parseDoc";

describe("parseDoc", () => {
  it("reads the notice and what is said of each member", () => {
    const text =
      "@notice Where a node\n stands.\n @custom:value None Never registered.\n @param amount In wei,\n rounded down.";
    const { notice, params } = parseDoc(text);
    expect(notice).to.equal("Where a node stands.");
    expect([...params]).to.deep.equal([
      ["None", "Never registered."],
      ["amount", "In wei, rounded down."],
    ]);
  });

  it("takes text without a tag as the notice, and leaves out what is for developers", () => {
    expect(parseDoc("A line.\n@dev Rounded down.").notice).to.equal("A line.");
    expect(parseDoc("").notice).to.equal("");
  });
});
