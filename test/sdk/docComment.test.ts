import { expect } from "chai";
import { docComment } from "../../scripts/sdk/docComment";

describe("docComment", () => {
  it("writes one line or many", () => {
    expect(docComment(["In wei."])).to.equal("/** In wei. */");
    expect(docComment(["One.", "", "Two."], "  ")).to.equal("  /**\n   * One.\n   *\n   * Two.\n   */");
    expect(docComment([""])).to.equal("");
  });

  it("makes references of NatSpec and the end of a comment harmless", () => {
    expect(docComment(["Reverts with {ZeroAmount} or {IStakeWeight-relock}; a */ stays."])).to.equal(
      "/** Reverts with `ZeroAmount` or `relock`; a *\\/ stays. */",
    );
  });
});
