import { expect } from "chai";
import { mergeRecords } from "../../scripts/mutation/buildRecord";
import {
  killedBps,
  killedOfKillableBps,
  leastKilledBps,
  type Survivor,
  type TargetRecord,
} from "../../scripts/mutation/record";
import { renderMutants } from "../../scripts/mutation/render";

const survivor: Survivor = {
  id: "Sample.f:boundary:1",
  file: "contracts/Sample.sol",
  line: "if (a < b) return;",
  original: "a < b",
  replacement: "(a <= b)",
  reason: null,
};

const target: TargetRecord = {
  name: "Sample",
  contract: "StakeWeight",
  codeHash: "0x01",
  command: "npm run mutate -- --sample 30 --seed 1",
  total: 50,
  tried: 30,
  killed: 23,
  stopped: 1,
  killers: [{ file: "test/f.test.ts", kills: 24 }],
  equal: 3,
  invalid: 2,
  survivors: [survivor],
};

describe("the report of the mutants", () => {
  const text = renderMutants({ targets: [target] }).get("docs/mutants.md")!;

  it("has a row for each target", () => {
    expect(text).to.contain(
      "| Sample |      50 |    30 |             2 |         3 |     23 |       1 |        1 |                  0 |        96.0 % |                      96.0 % |          80.4 % |",
    );
  });

  it("names the samples, and no target of which all were tried", () => {
    expect(text).to.contain("Samples, not all mutants, were tried of: Sample.");
    const whole = { ...target, name: "Whole", tried: 50 };
    const both = renderMutants({ targets: [target, whole] }).get("docs/mutants.md");
    expect(both).to.contain("Samples, not all mutants, were tried of: Sample.");
    const none = renderMutants({ targets: [whole] }).get("docs/mutants.md");
    expect(none).to.contain("All mutants of every target were tried.");
  });

  it("tells the command that made it", () => {
    expect(text).to.contain("- Sample: `npm run mutate -- --sample 30 --seed 1`");
  });

  it("tells what survived, and where", () => {
    expect(text).to.contain(
      "- `Sample.f:boundary:1`: `a < b` becomes `(a <= b)`, in `if (a < b) return;`. Not explained.",
    );
  });

  it("tells why, where it is explained, and counts it as alive in one column only", () => {
    const explained = { ...target, survivors: [{ ...survivor, reason: "Equal values change nothing." }] };
    const report = renderMutants({ targets: [explained] }).get("docs/mutants.md")!;
    expect(report).to.contain(
      "| Sample |      50 |    30 |             2 |         3 |     23 |       1 |        1 |                  1 |        96.0 % |                     100.0 % |          86.2 % |",
    );
    expect(report).to.contain("in `if (a < b) return;`. Equal values change nothing.");
  });

  it("says so when nothing survived", () => {
    expect(renderMutants({ targets: [{ ...target, survivors: [] }] }).get("docs/mutants.md")).to.contain("None.");
  });
});

describe("killedBps", () => {
  it("leaves out what the compiler refuses and what is the same code", () => {
    expect(killedBps(target)).to.equal(9_600);
    expect(killedBps({ ...target, equal: 0, invalid: 0 })).to.equal(9_600);
  });

  it("rounds down", () => {
    expect(killedBps({ ...target, killed: 2, stopped: 0 })).to.equal(6_666);
  });
});

describe("killedOfKillableBps", () => {
  it("leaves out the survivors that are explained, and no others", () => {
    const explained = { ...survivor, reason: "Equal values change nothing." };
    expect(killedOfKillableBps({ ...target, survivors: [survivor, explained] })).to.equal(9_600);
  });
});

describe("leastKilledBps", () => {
  const perfect = { ...target, tried: 25, killed: 25, stopped: 0, equal: 0, invalid: 0, survivors: [] };

  it("does not take a sample for all of them", () => {
    expect(leastKilledBps(perfect)).to.equal(8_668);
  });

  it("is the share itself where all were tried", () => {
    expect(leastKilledBps({ ...perfect, total: 25 })).to.equal(10_000);
  });
});

describe("mergeRecords", () => {
  it("puts what was made in the place of the same target, in the order of the targets", () => {
    const other = { ...target, name: "Other" };
    const merged = mergeRecords({ targets: [target, other] }, [{ ...target, tried: 31 }], ["Other", "Sample"]);
    expect(merged.targets.map(({ name, tried }) => [name, tried])).to.deep.equal([
      ["Other", 30],
      ["Sample", 31],
    ]);
  });

  it("keeps what more was tried for, of the same code", () => {
    const smaller = { ...target, tried: 29 };
    expect(mergeRecords({ targets: [target] }, [smaller], ["Sample"]).targets).to.deep.equal([target]);
    const other = { ...smaller, codeHash: "0x02" };
    expect(mergeRecords({ targets: [target] }, [other], ["Sample"]).targets).to.deep.equal([other]);
    const same = { ...target, killed: 22 };
    expect(mergeRecords({ targets: [target] }, [same], ["Sample"]).targets).to.deep.equal([same]);
  });
});
