import { expect } from "chai";
import { type Present, present, renderProofs, staleProofs } from "../../scripts/prove/figure";
import { parseHalmos } from "../../scripts/prove/parseHalmos";
import { type ProofsRecord, readProofsRecord } from "../../scripts/prove/record";

const file = "test/symbolic/Staking.t.sol";
const hash = `0x${"0".repeat(64)}`;
const output = JSON.stringify({
  test_results: {
    [`${file}:StakingProofs`]: [
      { name: "check_a(uint256)", exitcode: 0 },
      { name: "check_b()", exitcode: 2 },
    ],
  },
});
const record: ProofsRecord = {
  command: "npm run prove",
  version: "0.3.3",
  contracts: ["StakeWeight"],
  codeHash: hash,
  sourceHash: hash,
  profileHash: hash,
  proofs: [{ file, statement: "check_a" }],
};

describe("parseHalmos", () => {
  it("takes what is proved, and tells what is not", () => {
    const proofs = [{ file, statement: "check_a" }];
    expect(parseHalmos(output)).to.deep.equal({ proofs, failures: [`${file}: check_b()`] });
  });
});

describe("renderProofs", () => {
  it("has a row for each statement", () => {
    expect(renderProofs(record)).to.equal(`| file | statement |\n| --- | --- |\n| \`${file}\` | \`check_a\` |`);
  });
});

describe("staleProofs", () => {
  const { version, codeHash, sourceHash, profileHash } = record;
  const now: Present = { version, codeHash, sourceHash, profileHash, statements: ["check_a"] };
  const staleWith = (changed: Partial<Present>) => staleProofs(record, { ...now, ...changed });

  it("finds nothing while everything is as it was proved", () => {
    expect(staleWith({})).to.deep.equal([]);
  });

  it("tells that the contracts have changed", () => {
    const reason = "what StakeWeight run has changed since it was proved";
    expect(staleWith({ codeHash: "0x" })).to.deep.equal([reason]);
  });

  it("tells that the statements have changed, or what compiles them", () => {
    expect(staleWith({ sourceHash: "0x" })).to.deep.equal(["the statements have changed since they were proved"]);
    expect(staleWith({ profileHash: "0x" })).to.deep.equal(["proved with another profile.symbolic of foundry.toml"]);
  });

  it("tells that another halmos is pinned", () => {
    expect(staleWith({ version: "9.9.9" })).to.deep.equal(["proved by halmos 0.3.3, 9.9.9 is pinned"]);
  });

  it("tells what is proved or stated, but not both", () => {
    expect(staleWith({ statements: ["check_b"] })).to.deep.equal([
      "check_a is proved, but not stated",
      "check_b is stated, but not proved",
    ]);
  });
});

describe("docs/records/proofs.json", () => {
  it("has every statement of test/symbolic", () => {
    const proved = readProofsRecord().proofs.map(({ statement }) => statement);
    expect(proved).to.have.members(present().statements);
  });
});
