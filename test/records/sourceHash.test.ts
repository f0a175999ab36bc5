import { expect } from "chai";
import { functionsOf, profileHash, sourceHash, sourcesOf } from "../../scripts/records/sourceHash";

const files: Record<string, string> = {
  "test/staking/A.t.sol": `import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { StakeWeight } from "../../contracts/staking/StakeWeight.sol";
import {
  B
} from "../support/B.sol";
contract A is B {
    function test_A() public {}
}
`,
  "test/support/B.sol": `import "./C.sol";\nimport "../staking/A.t.sol";\ncontract B {}\n`,
  "test/support/C.sol": "contract C {\n    function _c() internal {}\n}\n",
  "foundry.toml": "[profile.deep]\na = 1\n\n[profile.deep.fuzz]\nruns = 2\n\n[profile.deeper]\nb = 1\n",
};
const tests = ["test/staking/A.t.sol"];

/** Reads these files, some of them changed. */
const reading = (changed: Record<string, string>) => (file: string) => ({ ...files, ...changed })[file]!;

describe("sourcesOf", () => {
  it("are the files and what they import of the tests, all the way", () => {
    expect(sourcesOf(tests, reading({}))).to.deep.equal([
      "test/staking/A.t.sol",
      "test/support/B.sol",
      "test/support/C.sol",
    ]);
  });
});

describe("sourceHash", () => {
  it("changes with any of the sources, and with nothing else", () => {
    const hash = sourceHash(tests, reading({}));
    expect(sourceHash(tests, reading({ "test/support/C.sol": "contract C {}\n" }))).not.to.equal(hash);
    expect(sourceHash(tests, reading({ "test/support/D.sol": "contract D {}\n" }))).to.equal(hash);
  });
});

describe("functionsOf", () => {
  it("are those of the files and of what they import", () => {
    expect(functionsOf(tests, reading({}))).to.deep.equal(["test_A", "_c"]);
  });
});

describe("profileHash", () => {
  const hash = profileHash("deep", reading({}));
  const changing = (from: string, to: string) =>
    profileHash("deep", reading({ "foundry.toml": files["foundry.toml"]!.replace(from, to) }));

  it("changes with each section of the profile", () => {
    expect(changing("a = 1", "a = 2")).not.to.equal(hash);
    expect(changing("runs = 2", "runs = 1")).not.to.equal(hash);
  });

  it("changes neither with other profiles nor with comments", () => {
    expect(changing("b = 1", "b = 2")).to.equal(hash);
    expect(changing("a = 1", "# Why.\na = 1")).to.equal(hash);
  });

  it("refuses a profile that there is not", () => {
    expect(() => profileHash("shallow")).to.throw("foundry.toml has no profile shallow");
  });
});
