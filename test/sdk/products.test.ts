import { expect } from "chai";
import { actionName, valueName } from "../../scripts/sdk/products";

describe("products", () => {
  it("makes names of values from those of contracts", () => {
    const names = ["WCT", "StakeWeight", "WCTGovernor", "Timelock"].map(valueName);
    expect(names).to.deep.equal(["wct", "stakeWeight", "wctGovernor", "timelock"]);
  });

  it("makes names of actions from those of functions", () => {
    const names = ["stake", "MAX_WEEKS_AHEAD", "THRESHOLD", "CLOCK_MODE", "eip712Domain"].map(actionName);
    expect(names).to.deep.equal(["stake", "maxWeeksAhead", "threshold", "clockMode", "eip712Domain"]);
  });
});
