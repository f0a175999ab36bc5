import { expect } from "chai";
import { capped, firstFees, outbid, raised } from "../../../src/keeper/sending/fees.js";

describe("fees", () => {
  it("leave room for the base fee to double", () => {
    const fees = firstFees({ baseFee: 100n, priorityFee: 3n });
    expect(fees).to.deep.equal({ maxFeePerGas: 203n, maxPriorityFeePerGas: 3n });
  });

  it("of a replacement are at least a quarter higher, both of them", () => {
    const replaced = { maxFeePerGas: 203n, maxPriorityFeePerGas: 1n };
    const now = { maxFeePerGas: 150n, maxPriorityFeePerGas: 5n };
    expect(outbid(replaced, now)).to.deep.equal({ maxFeePerGas: 254n, maxPriorityFeePerGas: 5n });
    expect(raised(0n)).to.equal(1n);
    expect(raised(1n)).to.equal(2n);
  });

  it("never exceed the cap", () => {
    const fees = { maxFeePerGas: 254n, maxPriorityFeePerGas: 240n };
    expect(capped(fees, { cap: 230n, least: 200n })).to.deep.equal({ maxFeePerGas: 230n, maxPriorityFeePerGas: 230n });
    expect(capped(fees, { cap: 230n, least: 231n })).to.equal(undefined);
  });
});
