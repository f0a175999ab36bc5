import { expect } from "chai";
import { mergeRecords } from "../../scripts/mutation/buildRecord";
import { killedBps, killedOfKillableBps, type Survivor, type TargetRecord } from "../../scripts/mutation/record";
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
  equal: 3,
  invalid: 2,
  survivors: [survivor],
};

describe("the report of the mutants", () => {
  const text = renderMutants({ targets: [target] }).get("docs/mutants.md")!;

  it("has a row for each target", () => {
    expect(text).to.contain(
      "| Sample |      50 |    30 |             2 |         3 |     24 |        1 |                  0 |        96.0 % |                      96.0 % |",
    );
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
      "| Sample |      50 |    30 |             2 |         3 |     24 |        1 |                  1 |        96.0 % |                     100.0 % |",
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

describe("mergeRecords", () => {
  it("puts what was made in the place of the same target, in the order of the targets", () => {
    const other = { ...target, name: "Other" };
    const merged = mergeRecords({ targets: [target, other] }, [{ ...target, tried: 31 }], ["Other", "Sample"]);
    expect(merged.targets.map(({ name, tried }) => [name, tried])).to.deep.equal([
      ["Other", 30],
      ["Sample", 31],
    ]);
  });
});
