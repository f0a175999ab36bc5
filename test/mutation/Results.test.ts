import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { type MutantResult, Results } from "../../scripts/mutation/Results";

const killed: MutantResult = {
  id: "Sample.f:literal:1",
  change: "1 → 2",
  codeHash: "0x01",
  testsHash: "0x02",
  status: "killed",
  killer: { file: "test/f.test.ts", title: "f counts", hash: "0x03" },
  milliseconds: 5,
};

describe("Results", () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "mutation-"));
    file = path.join(folder, "results.jsonl");
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("are there again after an interruption", () => {
    new Results(file).add(killed);
    expect(new Results(file).of(killed)).to.deep.equal(killed);
  });

  it("do without a line that was cut off", () => {
    new Results(file).add(killed);
    appendFileSync(file, '{"id":"Sample.f:lit');
    expect(new Results(file).of(killed)).to.deep.equal(killed);
  });

  it("do not hold for other code, nor for another change of the same id", () => {
    const results = new Results(file);
    results.add(killed);
    expect(results.of({ ...killed, codeHash: "0x03" })).to.equal(undefined);
    expect(results.of({ ...killed, change: "2 → 3" })).to.equal(undefined);
  });

  it("count what a test file has killed of a function", () => {
    const results = new Results(file);
    results.add(killed);
    results.add({ ...killed, id: "Sample.g:literal:1" });
    expect(results.killsOf("test/f.test.ts", "Sample.f:")).to.equal(1);
    expect(results.killsOf("test/g.test.ts", "Sample.f:")).to.equal(0);
  });

  it("are forgotten when cleared", () => {
    const results = new Results(file);
    results.add(killed);
    results.clear();
    expect(results.of(killed)).to.equal(undefined);
    expect(new Results(file).of(killed)).to.equal(undefined);
  });
});
