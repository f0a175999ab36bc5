import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { type Analysis, analyze } from "../../scripts/mutation/analyze";
import { Baseline } from "../../scripts/mutation/Baseline";
import { type MutantResult, Results } from "../../scripts/mutation/Results";
import { runMutants } from "../../scripts/mutation/runMutants";
import type { Target } from "../../scripts/mutation/targets";

const root = path.join(__dirname, "..", "..");

const bridge = { source: "contracts/migration/LegacyStakeWeightBridge.sol", name: "LegacyStakeWeightBridge" };

const target: Target = {
  name: "bridge",
  product: bridge.name,
  files: [bridge.source],
  tests: ["test/migration/LegacyStakeWeightBridge/constructor.test.ts"],
};

// The zero address is refused by a test of the constructor; nothing there makes a checkpoint.
const ids = ["LegacyStakeWeightBridge.constructor:guard:1", "LegacyStakeWeightBridge.checkpoint:call:1"];

describe("runMutants", () => {
  const tried: MutantResult[] = [];
  let folder: string;
  let analysis: Analysis;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "mutation-"));
    analysis = analyze(root, [target], [bridge]);
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  const run = (options: { tests?: string[]; results?: string; timeout?: number } = {}) => {
    const { tests = target.tests, results = "results.jsonl", timeout = 120 } = options;
    const mutants = analysis.mutantsOf(target).filter(({ id }) => ids.includes(id));
    return runMutants({
      root,
      campaigns: [{ target: { ...target, tests }, codeHash: "0x01", mutants }],
      analysis,
      baseline: new Baseline({ file: path.join(folder, "baseline.json"), root, codeHash: "0x01" }),
      results: new Results(path.join(folder, results)),
      explained: new Set(),
      jobs: 1,
      timeout,
      onBaseline: (_, failing) => expect(failing).to.deep.equal([]),
      onResult: (result) => {
        tried.push(result);
      },
    });
  };

  it("tells which mutants the tests notice", async () => {
    await run();
    const found = Object.fromEntries(tried.map(({ id, status, killer }) => [id, [status, killer?.title]]));
    expect(found).to.deep.equal({
      "LegacyStakeWeightBridge.constructor:guard:1": [
        "killed",
        "LegacyStakeWeightBridge constructor refuses the zero address",
      ],
      "LegacyStakeWeightBridge.checkpoint:call:1": ["survived", undefined],
    });
  });

  it("tries none again after an interruption", async () => {
    const before = tried.length;
    await run();
    expect(tried.length).to.equal(before);
  });

  it("does not take tests for endless that have had less than they need without a mutant", async () => {
    const before = tried.splice(0);
    await run({ results: "impatient.jsonl", timeout: 1 });
    const statuses = (results: MutantResult[]) => results.map(({ id, status }) => [id, status]);
    expect(statuses(tried)).to.deep.equal(statuses(before));
  });

  describe("when a test file fails without a mutant", () => {
    const write = (name: string, text: string) => {
      writeFileSync(path.join(folder, name), text);
      return path.relative(root, path.join(folder, name));
    };

    it("ends where that is in a hook, naming the file", async () => {
      const file = write(
        "hook.test.ts",
        'describe("f", () => { before(() => { throw new Error("no"); }); it("g"); });',
      );
      const error = `${file} fails without a mutant, in f "before all" hook`;
      await expect(run({ tests: [file], results: "hook.jsonl" })).to.be.rejectedWith(error);
    });

    it("ends where it cannot be loaded, naming the file", async () => {
      const file = write("loading.test.ts", 'throw new Error("no");');
      const error = `${file} fails without a mutant, in loading: Error: no`;
      await expect(run({ tests: [file], results: "loading.jsonl" })).to.be.rejectedWith(error);
    });
  });
});
