import { expect } from "chai";
import { rankTests } from "../../scripts/mutation/rankTests";

const tests = ["test/slow.test.ts", "test/quick.test.ts", "test/withdraw.test.ts", "test/slash.test.ts"];
const milliseconds = (file: string) => (file === "test/quick.test.ts" ? 1 : 1_000);

describe("rankTests", () => {
  it("prefers what is named after a caller, the nearest first", () => {
    const ranked = rankTests({ tests, callers: ["_pay", "slash", "withdraw"], milliseconds: () => 1, kills: () => 0 });
    expect(ranked.slice(0, 2)).to.deep.equal(["test/slash.test.ts", "test/withdraw.test.ts"]);
  });

  it("prefers what is quick, all the more", () => {
    const ranked = rankTests({ tests, callers: ["slash"], milliseconds, kills: () => 0 });
    expect(ranked).to.deep.equal([
      "test/quick.test.ts",
      "test/slash.test.ts",
      "test/slow.test.ts",
      "test/withdraw.test.ts",
    ]);
  });

  it("prefers what killed mutants of the same function", () => {
    const kills = (file: string) => (file === "test/slow.test.ts" ? 2 : 0);
    const [first, second] = rankTests({ tests, callers: ["slash"], milliseconds: () => 1, kills });
    expect([first, second]).to.deep.equal(["test/slow.test.ts", "test/slash.test.ts"]);
  });
});
