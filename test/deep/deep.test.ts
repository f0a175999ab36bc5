import { expect } from "chai";
import { renderDeep } from "../../scripts/deep/figure";
import { parseForge } from "../../scripts/deep/parseForge";
import { type DeepSuite, withSuites } from "../../scripts/deep/record";
import { type Present, staleSuites } from "../../scripts/deep/staleSuites";
import { contractsOf, deepFiles } from "../../scripts/deep/suites";
import { runProgram } from "../support/runProgram";

const file = "test/invariants/Invariants.t.sol";
const hash = `0x${"0".repeat(64)}`;
const suite: DeepSuite = {
  file,
  contracts: ["StakeWeight", "RewardDistributor"],
  codeHash: hash,
  sourceHash: hash,
  profileHash: hash,
  tests: [
    { name: "invariant_together", runs: 1000, calls: 200_000, reverts: 0 },
    { name: "testFuzz_A", runs: 20_000 },
    { name: "test_B", runs: 1 },
  ],
};

describe("parseForge", () => {
  const results = {
    "invariant_together()": {
      status: "Success",
      reason: null,
      kind: { Invariant: { runs: 1000, calls: 200_000, reverts: 0 } },
    },
    "testFuzz_A(uint256)": { status: "Success", reason: null, kind: { Fuzz: { runs: 20_000 } } },
    "test_B()": { status: "Success", reason: null, kind: { Unit: { gas: 1 } } },
  };

  it("reads what was run how often", () => {
    const output = JSON.stringify({ [`${file}:InvariantsTest`]: { test_results: results } });
    expect(parseForge(output)).to.deep.equal([{ file, tests: suite.tests, failures: [] }]);
  });

  it("tells what failed, and why", () => {
    const failed = { "test_B()": { status: "Failure", reason: "1 != 2", kind: { Unit: {} } } };
    const output = JSON.stringify({ [`${file}:InvariantsTest`]: { test_results: failed } });
    expect(parseForge(output)[0]!.failures).to.deep.equal(["test_B(): Failure (1 != 2)"]);
  });
});

describe("withSuites", () => {
  it("puts a new run in place of an earlier one of the same file", () => {
    const later = { ...suite, tests: [{ name: "test_C", runs: 1 }] };
    const record = { command: "npm run test:deep", suites: [suite, { ...suite, file: "test/a.t.sol" }] };
    const { suites } = withSuites(record, [later]);
    expect(suites).to.deep.equal([{ ...suite, file: "test/a.t.sol" }, later]);
  });
});

describe("renderDeep", () => {
  it("shows what was varied, invariants with their calls", () => {
    expect(renderDeep({ command: "npm run test:deep", suites: [suite] }, [file])).to.equal(
      [
        "| file | test | runs | calls | reverts |",
        "| --- | --- | ---: | ---: | ---: |",
        `| \`${file}\` | \`invariant_together\` | 1,000 | 200,000 | 0 |`,
        `| \`${file}\` | \`testFuzz_A\` | 20,000 |  |  |`,
      ].join("\n"),
    );
  });

  it("names the files that were not run", () => {
    const other = "test/wallets/WalletRewards.t.sol";
    const text = renderDeep({ command: "npm run test:deep", suites: [suite] }, [file, other]);
    expect(text).to.match(/\n\nNot run at this depth yet: `test\/wallets\/WalletRewards.t.sol`\.$/);
  });
});

describe("staleSuites", () => {
  const record = { command: "npm run test:deep", suites: [suite] };
  const present: Present = {
    files: [file],
    profileHash: hash,
    codeHash: () => hash,
    sourceHash: () => hash,
    functionsOf: () => ["setUp", "test_B", "testFuzz_A", "invariant_together"],
  };
  const staleWith = (changed: Partial<Present>) => staleSuites(record, { ...present, ...changed });

  it("finds nothing while contracts, tests and profile are those of the run", () => {
    expect(staleWith({})).to.deep.equal([]);
  });

  it("tells which files ran on other contracts", () => {
    expect(staleWith({ codeHash: () => "0x" })).to.deep.equal([`${file} was run on other contracts`]);
  });

  it("tells which files have changed", () => {
    expect(staleWith({ sourceHash: () => "0x" })).to.deep.equal([`${file} has changed since it was run`]);
  });

  it("tells that the profile has changed", () => {
    const reason = `${file} was run with another profile.deep of foundry.toml`;
    expect(staleWith({ profileHash: "0x" })).to.deep.equal([reason]);
  });

  it("tells which tests are no more", () => {
    const functionsOf = () => ["test_B", "testFuzz_Another", "invariant_together"];
    expect(staleWith({ functionsOf })).to.deep.equal([`${file} has no testFuzz_A any more`]);
  });

  it("tells which files were never run", () => {
    const other = "test/wallets/WalletRewards.t.sol";
    expect(staleWith({ files: [file, other] })).to.deep.equal([`${other} was never run at this depth`]);
  });

  it("tells which files are no more", () => {
    expect(staleWith({ files: [] })).to.deep.equal([`${file} is none of the files of the long run`]);
  });
});

describe("npm run test:deep", () => {
  it("names a file that it does not know, and the files that it does", async () => {
    const run = runProgram("scripts/deep.ts", ["test/nope.t.sol"]);
    expect(await run.exit).to.equal(2);
    expect(run.output()).to.include(`test/nope.t.sol is none of the files of the long run:\n${deepFiles()[0]!}\n`);
  });
});

describe("deepFiles", () => {
  it("are those that vary their inputs, each with the contracts that it concerns", () => {
    const files = deepFiles();
    expect(files).to.include.members([file, "test/nodes/NodeInvariants.t.sol"]);
    expect(files.filter((name) => name.startsWith("test/exhaustive/"))).to.deep.equal([]);
    for (const name of files) expect(contractsOf(name)).not.to.deep.equal([]);
  });

  it("are no others", () => {
    expect(() => contractsOf("test/exhaustive/Weights.t.sol")).to.throw("none of the files of the long run");
  });
});
