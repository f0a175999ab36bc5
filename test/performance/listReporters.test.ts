import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { listReporters } from "../../scripts/performance/listReporters";
import { packReport } from "../../scripts/performance/packReport";
import { NonMember } from "../../scripts/performance/ReportError";
import { Phase } from "../../scripts/performance/types";
import { addressOf, committee, configuration, memberWallets, seated, signedReport } from "./fixture";
import { raises } from "./raises";

describe("listReporters", () => {
  it("lists the committee in Phase 1, each of weight 1", () => {
    const reporters = listReporters({ phase: Phase.One, configuration });
    expect(reporters.length).to.equal(7);
    expect(reporters[0]).to.deep.equal({
      index: 0n,
      address: memberWallets[0]!.address,
      signer: memberWallets[0]!.address,
      operator: addressOf("operator 0"),
      weight: 1n,
    });
    expect(reporters[6]).to.deep.include({ index: 6n, operator: ZeroAddress });
  });

  it("lists the seated nodes in Phase 2, with their keys and weights", () => {
    const set = seated(1, 1);
    const keys = [addressOf("key 0"), addressOf("key 1")];
    expect(listReporters({ phase: Phase.Two, set, keys, weights: [5n, 7n] })).to.deep.equal([
      { index: 0n, address: set.operators[0], signer: keys[0], operator: set.operators[0], weight: 5n },
      { index: 1n, address: set.operators[1], signer: keys[1], operator: set.operators[1], weight: 7n },
    ]);
  });

  it("refuses keys or weights that are not one per node", () => {
    const set = seated(2);
    const keys = [addressOf("key 0"), addressOf("key 1")];
    expect(() => listReporters({ phase: Phase.Two, set, keys, weights: [1n] })).to.throw(RangeError, "1 weights");
    expect(() => listReporters({ phase: Phase.Two, set, keys: [], weights: [1n, 2n] })).to.throw(RangeError, "0 keys");
  });
});

describe("packReport", () => {
  it("gives the oracle the reporter's index", async () => {
    const envelope = await signedReport({ reporter: committee[5] });
    expect(packReport({ envelope, reporters: committee })).to.deep.equal({
      index: 5n,
      data: envelope.data,
      signature: envelope.signature,
    });
  });

  it("refuses a report of a stranger", async () => {
    const envelope = await signedReport({ reporter: committee[5] });
    raises(NonMember, { reporter: committee[5]!.address }, () =>
      packReport({ envelope, reporters: committee.slice(0, 5) }),
    );
  });
});
