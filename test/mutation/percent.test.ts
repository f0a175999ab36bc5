import { expect } from "chai";
import { percent } from "../../scripts/mutation/percent";

describe("percent", () => {
  it("rounds down", () => {
    expect(percent(9_999)).to.equal("99.9 %");
    expect(percent(8_045)).to.equal("80.4 %");
    expect(percent(10_000)).to.equal("100.0 %");
  });
});
