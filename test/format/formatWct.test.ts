import { expect } from "chai";
import { parseEther } from "ethers";
import { formatWct } from "../../scripts/format/formatWct";

describe("formatWct", () => {
  it("separates thousands and shows two places", () => {
    expect(formatWct(parseEther("1234567.5"))).to.equal("1,234,567.50");
    expect(formatWct(parseEther("999"))).to.equal("999.00");
    expect(formatWct(0n)).to.equal("0.00");
  });

  it("rounds to the nearest hundredth", () => {
    expect(formatWct(parseEther("11718.75") - 1n)).to.equal("11,718.75");
    expect(formatWct(parseEther("0.014999"))).to.equal("0.01");
  });

  it("tells dust from nothing", () => {
    expect(formatWct(1n)).to.equal("<0.01");
  });
});
