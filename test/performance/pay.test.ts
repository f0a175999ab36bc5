import { expect } from "chai";
import fc from "fast-check";
import { pay, type PaidNode } from "../../scripts/performance/pay";
import { ONE } from "../../scripts/performance/score";
import { MAX_AMOUNT, WCT } from "../support/amounts";
import { configuration } from "./fixture";

const { pay: terms } = configuration;
const budget = 1_000n * WCT;

function node(changed: Partial<PaidNode> = {}): PaidNode {
  return { weight: 100_000n * WCT, isActive: true, isPaid: true, score: ONE, ...changed };
}

/** So many nodes like this one. */
function times(count: number, changed: Partial<PaidNode> = {}): PaidNode[] {
  return Array.from({ length: count }, () => node(changed));
}

/** What the first node earns beside the others. */
function first(...nodes: PaidNode[]): bigint {
  return pay({ budget, terms, nodes })[0]!;
}

describe("pay", () => {
  for (const [percent, wei] of [
    [100n, 66_666_666_666_666_666_666n],
    [95n, 65_000_000_000_000_000_000n],
    [90n, 63_333_333_333_333_333_333n],
    [80n, 60_000_000_000_000_000_000n],
  ] as const) {
    it(`pays 1 of 15 equal nodes with ${String(percent)} % ${String(wei)} wei of 1,000 WCT`, () => {
      expect(first(node({ score: (percent * ONE) / 100n }), ...times(14))).to.equal(wei);
    });
  }

  it("rounds down once", () => {
    // 1,000 · 1/15 · ½ · (½ + ½ · ⅔) with every factor exact.
    const score = (2n * ONE) / 3n;
    const expected = (budget * 5_000n * (5_000n * ONE + 5_000n * score)) / (15n * 10_000n * 10_000n * ONE);
    expect(first(node({ isActive: false, score }), ...times(14))).to.equal(expected);
  });

  it("pays a Reserved node half", () => {
    expect(first(node({ isActive: false }), ...times(9))).to.equal(50n * WCT);
  });

  it("pays a node that scores 0 the base", () => {
    expect(first(node({ score: 0n }), ...times(9))).to.equal(50n * WCT);
  });

  it("pays nothing to whom is not paid, and nobody gains by it", () => {
    const nodes = times(10);
    const harmed = [...nodes.slice(0, 9), node({ isPaid: false, score: 2n ** 256n - 1n })];
    const amounts = pay({ budget, terms, nodes: harmed });
    expect(amounts[9]).to.equal(0n);
    expect(amounts.slice(0, 9)).to.deep.equal(pay({ budget, terms, nodes }).slice(0, 9));
  });

  it("pays by weight up to the cap", () => {
    const others = times(9, { weight: 10n });
    // 9.99 % of all; exactly 10 %; more.
    expect(first(node({ weight: 10n * 999n }), ...times(9, { weight: 10_001n }), node({ weight: 1n }))).to.equal(
      (budget * 9_990n) / (9_990n + 9n * 10_001n + 1n),
    );
    expect(first(node({ weight: 10n }), ...others)).to.equal(100n * WCT);
    expect(first(node({ weight: 11n }), ...others)).to.equal(100n * WCT);
    expect(first(node({ weight: 10n ** 30n }), ...others)).to.equal(100n * WCT);
  });

  it("pays one node alone no more than the cap", () => {
    expect(first(node())).to.equal(100n * WCT);
  });

  it("pays without a cap, if it is set so", () => {
    expect(pay({ budget, terms: { ...terms, shareCapBps: 10_000n }, nodes: [node()] })).to.deep.equal([budget]);
  });

  it("pays nothing where nothing weighs", () => {
    expect(pay({ budget, terms, nodes: [node({ weight: 0n })] })).to.deep.equal([0n]);
    expect(pay({ budget, terms, nodes: [] })).to.deep.equal([]);
  });

  it("never pays more than the budget in all, nor more than the cap to one", () => {
    const bps = (min: bigint) => fc.bigInt({ min, max: 10_000n });
    const anyTerms = fc.record({ baseBps: bps(0n), reservedBps: bps(0n), shareCapBps: bps(1n) });
    const anyNodes = fc.array(
      fc.record({
        weight: fc.oneof(fc.bigInt(0n, 10n), fc.bigInt(0n, 2n ** 91n)),
        isActive: fc.boolean(),
        isPaid: fc.boolean(),
        score: fc.bigInt(0n, ONE),
      }),
      { maxLength: 32 },
    );
    fc.assert(
      fc.property(fc.bigInt(0n, MAX_AMOUNT), anyTerms, anyNodes, (budget, changed, nodes) => {
        const amounts = pay({ budget, terms: { ...terms, ...changed }, nodes });
        expect(amounts.reduce((sum, amount) => sum + amount, 0n) <= budget).to.equal(true);
        for (const amount of amounts) expect(amount * 10_000n <= budget * changed.shareCapBps).to.equal(true);
      }),
      { numRuns: 500 },
    );
  });

  it("never pays less for a better score", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, ONE), fc.bigInt(0n, ONE), (one, other) => {
        const [worse, better] = one < other ? [one, other] : [other, one];
        expect(first(node({ score: better }), ...times(14)) >= first(node({ score: worse }), ...times(14))).to.equal(
          true,
        );
      }),
    );
  });
});
