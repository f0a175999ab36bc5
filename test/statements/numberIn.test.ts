import { expect } from "chai";
import { constantIn, numberIn, textIn } from "../../scripts/statements/numberIn";

const qualification = "contracts/nodes/libraries/Qualification.sol";

describe("numberIn", () => {
  it("reads the number in parentheses", () => {
    expect(numberIn(qualification, /MIN_STAKE = ([\d_]+)e18/)).to.equal(100_000);
  });

  it("refuses what stands nowhere, with different values, or is no number", () => {
    expect(() => numberIn(qualification, /MAX_STAKE = (\d+)/)).to.throw(`${qualification} tells 0 different values`);
    expect(() => textIn(qualification, /uint256 internal constant (\w+)/)).to.throw("tells 2 different values");
    expect(() => numberIn(qualification, /library (\w+)/)).to.throw("Qualification is no number");
  });
});

describe("constantIn", () => {
  it("reads constants of contracts and of programs, without their units", () => {
    expect(constantIn(qualification, "MIN_STAKE")).to.equal(100_000);
    expect(constantIn("contracts/nodes/NodeRewards.sol", "VETO_TIME")).to.equal(24);
    expect(constantIn("test/wallets/WalletRewards/scale.test.ts", "WALLETS")).to.equal(300);
  });
});
