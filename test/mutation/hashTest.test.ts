import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { hashTest } from "../../scripts/mutation/hashTest";

const file = "test/staking/stake.test.ts";

describe("hashTest", () => {
  let root: string;

  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "tests-"));
    write(file, 'import { expect } from "chai";\nimport {\n  staked,\n} from "../support/staked";\n');
    write("test/support/staked.ts", 'import "./clock";\nimport { staked } from "./staked";\n');
    write("test/support/clock.ts", "");
    write("test/support/other.ts", "");
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it("is the same for the same tests", () => {
    expect(hashTest(root, file)).to.equal(hashTest(root, file));
  });

  for (const name of [file, "test/support/staked.ts", "test/support/clock.ts"]) {
    it(`is another when ${name} is`, () => {
      const before = hashTest(root, file);
      write(name, "// another");
      expect(hashTest(root, file)).to.not.equal(before);
    });
  }

  it("leaves out what is not imported", () => {
    const before = hashTest(root, file);
    write("test/support/other.ts", "// another");
    expect(hashTest(root, file)).to.equal(before);
  });

  it("is nothing where there is no such file", () => {
    expect(hashTest(root, "test/staking/gone.test.ts")).to.equal(undefined);
  });
});
