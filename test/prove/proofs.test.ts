import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { renderProofs, staleProofs } from "../../scripts/prove/figure";
import { parseHalmos } from "../../scripts/prove/parseHalmos";
import { type ProofsRecord, readProofsRecord } from "../../scripts/prove/record";

const file = "test/symbolic/Staking.t.sol";
const output = JSON.stringify({
  test_results: {
    [`${file}:StakingProofs`]: [
      { name: "check_a(uint256)", exitcode: 0, num_paths: [4, 2, 0] },
      { name: "check_b()", exitcode: 2, num_paths: [3, 1, 0] },
    ],
  },
});
const record: ProofsRecord = {
  command: "npm run prove",
  version: "0.3.3",
  contracts: ["StakeWeight"],
  codeHash: `0x${"0".repeat(64)}`,
  proofs: [{ file, statement: "check_a", paths: 4 }],
};

describe("parseHalmos", () => {
  it("takes what is proved, and tells what is not", () => {
    const proofs = [{ file, statement: "check_a", paths: 4 }];
    expect(parseHalmos(output)).to.deep.equal({ proofs, failures: [`${file}: check_b()`] });
  });
});

describe("renderProofs", () => {
  it("has a row for each statement", () => {
    expect(renderProofs(record)).to.equal(
      `| file | statement | paths |\n| --- | --- | ---: |\n| \`${file}\` | \`check_a\` | 4 |`,
    );
  });
});

describe("staleProofs", () => {
  it("finds nothing while the contracts are those that were proved", () => {
    expect(staleProofs(record, record.codeHash)).to.deep.equal([]);
  });

  it("tells that they have changed", () => {
    const reason = "what StakeWeight run has changed since it was proved";
    expect(staleProofs(record, `0x${"1".repeat(64)}`)).to.deep.equal([reason]);
  });
});

describe("docs/records/proofs.json", () => {
  it("has every statement of test/symbolic", () => {
    const recorded = readProofsRecord().proofs;
    for (const source of ["test/symbolic/Staking.t.sol", "test/symbolic/Nodes.t.sol"]) {
      const text = readFileSync(path.join(__dirname, "..", "..", source), "utf8");
      const stated = [...text.matchAll(/function (check_\w+)/g)].map(([, name]) => name!).sort();
      const proved = recorded.filter((proof) => proof.file === source).map(({ statement }) => statement);
      expect(proved.sort()).to.deep.equal(stated);
    }
  });
});
