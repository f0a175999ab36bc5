import { mkdtempSync, rmSync } from "node:fs";
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

  const run = () =>
    runMutants({
      root,
      campaigns: [
        { target, codeHash: "0x01", mutants: analysis.mutantsOf(target).filter(({ id }) => ids.includes(id)) },
      ],
      analysis,
      baseline: new Baseline({ file: path.join(folder, "baseline.json"), root, codeHash: "0x01" }),
      results: new Results(path.join(folder, "results.jsonl")),
      explained: new Set(),
      jobs: 1,
      timeout: 120,
      onBaseline: (_, failing) => expect(failing).to.deep.equal([]),
      onResult: (result) => {
        tried.push(result);
      },
    });

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
});
