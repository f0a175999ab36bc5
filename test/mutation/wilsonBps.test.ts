import { expect } from "chai";
import { wilsonBps } from "../../scripts/mutation/wilsonBps";

describe("wilsonBps", () => {
  it("does not take a sample without a survivor for a proof", () => {
    // n / (n + z²)
    expect(wilsonBps(25, 25)).to.equal(8_668);
    expect(wilsonBps(50, 50)).to.equal(9_286);
  });

  it("is what the literature tells of a share within", () => {
    // Newcombe, "Two-sided confidence intervals for the single proportion", 1998: 81 of 263 from 0.2553 on.
    expect(wilsonBps(81, 263)).to.equal(2_552);
  });

  it("is nothing where nothing was tried", () => {
    expect(wilsonBps(0, 0)).to.equal(0);
    expect(wilsonBps(0, 10)).to.equal(0);
  });
});
