import { expect } from "chai";
import fc from "fast-check";
import { MaxUint256 } from "ethers";
import { AmountError, formatAmount, parseAmount } from "../../src/amounts/index.js";

describe("amounts", () => {
  describe("parseAmount", () => {
    const cases: [string, bigint][] = [
      ["0", 0n],
      ["1000.5", 1_000_500_000_000_000_000_000n],
      ["1,000.5", 1_000_500_000_000_000_000_000n],
      [" 12,345,678 ", 12_345_678n * 10n ** 18n],
      [".5", 5n * 10n ** 17n],
      ["0.000000000000000001", 1n],
      ["1.5000000000000000000000", 15n * 10n ** 17n],
    ];
    for (const [text, value] of cases) {
      it(`reads ${JSON.stringify(text)}`, () => {
        expect(parseAmount(text)).to.equal(value);
      });
    }

    it("reads the largest amount", () => {
      expect(parseAmount(MaxUint256.toString(), 0)).to.equal(MaxUint256);
    });

    it("reads amounts of tokens without decimals", () => {
      expect(parseAmount("12", 0)).to.equal(12n);
      expect(() => parseAmount("12.5", 0)).to.throw(AmountError, "has more than 0 decimals");
    });

    const refused: [string, string][] = [
      ["", "is empty"],
      ["  ", "is empty"],
      ["-1", "is below zero"],
      ["1,00", "comma"],
      ["1000,5", "comma"],
      ["1,0000", "comma"],
      [",100", "comma"],
      ["1.000,5", "comma"],
      ["5.", "must be a number"],
      [".", "must be a number"],
      ["1e18", "must be a number"],
      ["0x10", "must be a number"],
      ["1 000", "must be a number"],
      ["+1", "must be a number"],
      ["12 WCT", "must be a number"],
      ["٣", "must be a number"],
      ["0.0000000000000000001", "more than 18 decimals"],
      [`${MaxUint256}`, "more than any token can have"],
    ];
    for (const [text, reason] of refused) {
      it(`refuses ${JSON.stringify(text)}`, () => {
        expect(() => parseAmount(text))
          .to.throw(AmountError, reason)
          .with.property("text", text);
      });
    }
  });

  describe("formatAmount", () => {
    const exact: [bigint, string][] = [
      [0n, "0"],
      [1n, "0.000000000000000001"],
      [1_000_500_000_000_000_000_000n, "1,000.5"],
      [1_234_567n * 10n ** 18n, "1,234,567"],
      [999n * 10n ** 18n, "999"],
      [-1_000_500_000_000_000_000_000n, "-1,000.5"],
    ];
    for (const [value, text] of exact) {
      it(`writes ${value} wei as ${text}`, () => {
        expect(formatAmount(value)).to.equal(text);
      });
    }

    it("rounds half up to the places asked for", () => {
      expect(formatAmount(1_005n, { decimals: 3, places: 2 })).to.equal("1.01");
      expect(formatAmount(1_004n, { decimals: 3, places: 2 })).to.equal("1.00");
      expect(formatAmount(999_995n, { decimals: 3, places: 2 })).to.equal("1,000.00");
      expect(formatAmount(1_500n, { decimals: 3, places: 0 })).to.equal("2");
      expect(formatAmount(-1_005n, { decimals: 3, places: 2 })).to.equal("-1.01");
      expect(formatAmount(15n, { decimals: 1, places: 3 })).to.equal("1.500");
      expect(formatAmount(0n, { places: 2 })).to.equal("0.00");
    });

    it("does not call dust nothing", () => {
      expect(formatAmount(4n, { decimals: 3, places: 2 })).to.equal("<0.01");
      expect(formatAmount(5n, { decimals: 3, places: 2 })).to.equal("0.01");
      expect(formatAmount(-4n, { decimals: 3, places: 2 })).to.equal(">-0.01");
      expect(formatAmount(4n, { decimals: 1, places: 0 })).to.equal("<1");
    });
  });

  it("reads back what it wrote, whatever the amount and the decimals", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MaxUint256 }), fc.integer({ min: 0, max: 36 }), (value, decimals) => {
        expect(parseAmount(formatAmount(value, { decimals }), decimals)).to.equal(value);
      }),
    );
  });

  it("is wrong by at most half of the last place when rounded", () => {
    const arbitraryPlaces = fc.integer({ min: 0, max: 18 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), arbitraryPlaces, (value, places) => {
        const text = formatAmount(value, { places });
        const unit = 10n ** BigInt(18 - places);
        if (text.startsWith("<")) {
          expect(value > 0n && 2n * value < unit).to.equal(true);
          return;
        }
        const off = parseAmount(text) - value;
        expect(2n * off <= unit && -2n * off <= unit).to.equal(true);
      }),
    );
  });
});
