import { expect } from "chai";
import { staleTargets } from "../../scripts/mutation/figure";
import type { TargetRecord } from "../../scripts/mutation/record";

const target: TargetRecord = {
  name: "ledger",
  contract: "StakeWeight",
  codeHash: "0x01",
  command: "npm run mutate",
  total: 5,
  tried: 5,
  killed: 5,
  stopped: 0,
  killers: [
    { file: "test/f.test.ts", kills: 2 },
    { file: "test/g.test.ts", kills: 3 },
  ],
  equal: 0,
  invalid: 0,
  survivors: [],
};

const fresh = { record: { targets: [target] }, hashOf: () => "0x01", hasTest: () => true };

describe("staleTargets", () => {
  it("are none while the code is the same and the tests are there", () => {
    expect(staleTargets(fresh)).to.deep.equal([]);
  });

  it("tell of code that is another by now", () => {
    expect(staleTargets({ ...fresh, hashOf: () => "0x02" })).to.deep.equal([
      "the code of ledger is another than the mutants were made of",
    ]);
  });

  it("tell of tests that are no more", () => {
    expect(staleTargets({ ...fresh, hasTest: (file) => file !== "test/g.test.ts" })).to.deep.equal([
      "test/g.test.ts, which killed 3 of the mutants of ledger, is no more",
    ]);
  });
});
