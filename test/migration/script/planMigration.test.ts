import { expect } from "chai";
import { countedInSupply } from "../../../scripts/migration/planMigration";

describe("countedInSupply", () => {
  const locks = [
    { amount: 10n, transferredAmount: 10n },
    { amount: 7n, transferredAmount: 3n },
  ];

  for (const [title, supply, expected] of [
    ["the amounts", 17n, 17n],
    ["what was transferred in, where that is the supply", 13n, 13n],
    ["the amounts, where neither is the supply", 14n, 17n],
  ] as const) {
    it(`adds up ${title}`, () => {
      expect(countedInSupply(locks, supply)).to.equal(expected);
    });
  }
});
