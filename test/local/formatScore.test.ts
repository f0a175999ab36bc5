import { expect } from "chai";
import { formatScore } from "../../scripts/local/formatScore";

describe("formatScore", () => {
  for (const [score, text] of [
    [0n, "0.0 %"],
    [10n ** 18n, "100.0 %"],
    [10n ** 18n - 1n, "99.9 %"],
    [8n * 10n ** 17n, "80.0 %"],
    [54_321n * 10n ** 13n, "54.3 %"],
  ] as const) {
    it(`writes ${text}`, () => {
      expect(formatScore(score)).to.equal(text);
    });
  }
});
