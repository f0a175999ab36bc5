import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import fc from "fast-check";
import { lowerMedian, upperMedian, type WeightedValue } from "../../scripts/performance/median";
import { valuesNeeded } from "../../scripts/performance/quorum";
import type { PerformanceHarness } from "../../typechain-types";
import { harnessed } from "./fixture";

/** Pairs of value and weight. */
function weighted(...pairs: [value: bigint, weight: bigint][]): WeightedValue[] {
  return pairs.map(([value, weight]) => ({ value, weight }));
}

const cases: [title: string, values: WeightedValue[], lower: bigint, upper: bigint][] = [
  ["a single value", weighted([7n, 1n]), 7n, 7n],
  ["the middle one of three", weighted([9n, 1n], [1n, 1n], [5n, 1n]), 5n, 5n],
  ["both middle ones of four", weighted([4n, 1n], [1n, 1n], [3n, 1n], [2n, 1n]), 2n, 3n],
  ["both of two", weighted([1n, 1n], [2n, 1n]), 1n, 2n],
  ["equal values", weighted([5n, 3n], [5n, 1n], [5n, 2n]), 5n, 5n],
  ["more than half of the weight", weighted([1n, 51n], [2n, 25n], [3n, 24n]), 1n, 1n],
  ["exactly half of the weight", weighted([1n, 50n], [2n, 25n], [3n, 25n]), 1n, 2n],
  ["less than half of the weight", weighted([1n, 49n], [2n, 26n], [3n, 25n]), 2n, 2n],
  ["an odd weight in all", weighted([1n, 1n], [2n, 2n]), 2n, 2n],
  ["values without weight beside others", weighted([1n, 0n], [2n, 1n], [3n, 1n], [4n, 0n]), 2n, 3n],
  ["a half that values without weight follow", weighted([1n, 1n], [2n, 0n], [3n, 1n]), 1n, 3n],
  ["no weight at all", weighted([3n, 0n], [1n, 0n], [2n, 0n]), 1n, 3n],
  ["the greatest weights", weighted([1n, 2n ** 96n - 1n], [2n, 2n ** 96n - 1n]), 1n, 2n],
  ["the greatest value", weighted([2n ** 160n - 1n, 1n], [0n, 1n]), 0n, 2n ** 160n - 1n],
];

const values = fc.array(
  fc.record({
    value: fc.oneof(fc.bigInt({ min: 0n, max: 5n }), fc.bigInt({ min: 0n, max: 2n ** 160n - 1n })),
    weight: fc.oneof(fc.bigInt({ min: 0n, max: 3n }), fc.bigInt({ min: 0n, max: 2n ** 96n - 1n })),
  }),
  { minLength: 1, maxLength: 32 },
);

/** Of the values and their neighbours the contract takes the medians for what they are, and nothing else. */
async function expectSame(harness: PerformanceHarness, values: readonly WeightedValue[]): Promise<void> {
  const [lower, upper] = [lowerMedian(values), upperMedian(values)];
  // Who asks for medians has some weight.
  const weighs = values.some(({ weight }) => weight !== 0n);
  const candidates = new Set(values.flatMap(({ value }) => [value, value + 1n, value === 0n ? 0n : value - 1n]));
  for (const candidate of candidates) {
    const answer = await harness.isMedian(
      values.map(({ value }) => value),
      values.map(({ weight }) => weight),
      candidate,
    );
    expect(answer).to.deep.equal([weighs && candidate === lower, weighs && candidate === upper]);
  }
}

describe("median", () => {
  for (const [title, values, lower, upper] of cases) {
    it(`finds ${title}, as the contract does`, async () => {
      const { harness } = await loadFixture(harnessed);
      expect([lowerMedian(values), upperMedian(values)]).to.deep.equal([lower, upper]);
      await expectSame(harness, values);
    });
  }

  it("is what the contract finds in random values", async () => {
    const { harness } = await loadFixture(harnessed);
    await fc.assert(
      fc.asyncProperty(values, async (values) => {
        await expectSame(harness, values);
      }),
      { numRuns: 100 },
    );
  });

  it("needs a value", () => {
    expect(() => lowerMedian([])).to.throw(RangeError, "no values, no median");
    expect(() => upperMedian([])).to.throw(RangeError, "no values, no median");
  });

  it("leaves the list as it is", () => {
    const list = weighted([2n, 1n], [1n, 1n]);
    lowerMedian(list);
    expect(list).to.deep.equal(weighted([2n, 1n], [1n, 1n]));
  });

  it("lies among the honest values if up to f of at least 2f + 1 are lies", () => {
    const value = fc.bigInt({ min: 0n, max: 1_000n });
    const lists = fc.bigInt({ min: 1n, max: 32n }).chain((reporters) => {
      const liars = Number((reporters - 1n) / 3n);
      const least = Number(valuesNeeded(reporters));
      return fc.integer({ min: 0, max: liars }).chain((lying) =>
        fc.record({
          lies: fc.array(value, { minLength: lying, maxLength: lying }),
          honest: fc.array(value, { minLength: least - lying, maxLength: Math.max(Number(reporters) - lying, 1) }),
        }),
      );
    });
    fc.assert(
      fc.property(lists, ({ lies, honest }) => {
        const all = [...lies, ...honest].map((value) => ({ value, weight: 1n }));
        expectAmong(honest, [lowerMedian(all), upperMedian(all)]);
      }),
      { numRuns: 500 },
    );
  });

  it("lies among the honest values if the lies have less than half of the weight", () => {
    const part = fc.array(fc.record({ value: fc.bigInt({ min: 0n, max: 100n }), weight: fc.bigInt(1n, 1_000n) }), {
      minLength: 1,
      maxLength: 16,
    });
    fc.assert(
      fc.property(part, part, (lies, honest) => {
        fc.pre(sum(lies) < sum(honest));
        const all = [...lies, ...honest];
        expectAmong(
          honest.map(({ value }) => value),
          [lowerMedian(all), upperMedian(all)],
        );
      }),
    );
  });
});

function expectAmong(honest: readonly bigint[], medians: readonly bigint[]): void {
  const least = honest.reduce((a, b) => (a < b ? a : b));
  const greatest = honest.reduce((a, b) => (a > b ? a : b));
  for (const median of medians) expect(median >= least && median <= greatest).to.equal(true);
}

function sum(values: readonly WeightedValue[]): bigint {
  return values.reduce((total, { weight }) => total + weight, 0n);
}
