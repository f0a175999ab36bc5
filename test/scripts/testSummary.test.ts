import { expect } from "chai";
import { settle, summarizeForge, summarizeMocha } from "../../scripts/support/testSummary";

describe("testSummary", () => {
  describe("summarizeMocha", () => {
    it("counts passing and failing tests", () => {
      const output = "  ✔ a\n\n  12 passing (3s)\n  2 failing\n\n  1) a";
      expect(summarizeMocha(output)).to.deep.equal({ passed: 12, failed: 2 });
    });

    it("counts pending tests as failed", () => {
      expect(summarizeMocha("  12 passing (3s)\n  1 pending\n")).to.deep.equal({ passed: 12, failed: 1 });
    });
  });

  describe("summarizeForge", () => {
    it("counts passed and failed tests of all suites", () => {
      const output = [
        "Suite result: ok. 5 passed; 0 failed; 0 skipped; finished in 1s",
        "Ran 3 test suites in 2.00s (4.00s CPU time): 10 tests passed, 3 failed, 0 skipped (13 total tests)",
      ].join("\n");
      expect(summarizeForge(output)).to.deep.equal({ passed: 10, failed: 3 });
    });

    it("counts skipped tests as failed", () => {
      const output = "Ran 1 test suite in 2s: 10 tests passed, 0 failed, 2 skipped (12 total tests)";
      expect(summarizeForge(output)).to.deep.equal({ passed: 10, failed: 2 });
    });
  });

  describe("settle", () => {
    it("keeps the counts of a run that ended well", () => {
      expect(settle({ passed: 3, failed: 0 }, 0)).to.deep.equal({ passed: 3, failed: 0 });
    });

    it("keeps the counts of a run that ended with failed tests", () => {
      expect(settle({ passed: 3, failed: 2 }, 2)).to.deep.equal({ passed: 3, failed: 2 });
    });

    it("counts a run that broke off as a failure", () => {
      expect(settle({ passed: 3, failed: 0 }, 1)).to.deep.equal({ passed: 3, failed: 1 });
    });

    it("counts a run without any test as a failure", () => {
      expect(settle({ passed: 0, failed: 0 }, 0)).to.deep.equal({ passed: 0, failed: 1 });
    });
  });
});
