import { expect } from "chai";
import fc from "fast-check";
import { lowerMedian } from "../../../scripts/wallets/lowerMedian";
import { splitFunding } from "../../../scripts/wallets/splitFunding";
import { squareRoot } from "../../../scripts/wallets/squareRoot";
import { walletPeriod } from "../../../scripts/wallets/walletPeriod";
import { walletPeriodAt } from "../../../scripts/wallets/walletPeriodAt";
import { walletShares } from "../../../scripts/wallets/walletShares";

describe("walletShares", () => {
  it("shares both pools", () => {
    const report = [
      { walletId: 1, count: 100_001n },
      { walletId: 2, count: 400_000n },
      { walletId: 3, count: 100_000n },
      { walletId: 9, count: 900_000n },
    ];
    expect(
      walletShares({ reports: [report], certified: new Set([2, 3]), linearBudget: 1_000n, certifiedBudget: 1_000n }),
    ).to.deep.equal({
      shares: [
        { walletId: 1, count: 100_001n, linear: 71n, certified: 0n },
        { walletId: 2, count: 400_000n, linear: 285n, certified: 300n },
        { walletId: 9, count: 900_000n, linear: 642n, certified: 0n },
      ],
      linearEarned: 998n,
      certifiedEarned: 300n,
      linearCarried: 2n,
      certifiedCarried: 700n,
    });
  });

  it("shares the certified pool by √(s³)", () => {
    const counts = [100_001n, 200_000n, 300_000n, 400_000n, 500_000n];
    const report = counts.map((count, i) => ({ walletId: i + 1, count }));
    const certified = new Set([1, 2, 3, 4, 5]);
    const { shares } = walletShares({ reports: [report], certified, linearBudget: 0n, certifiedBudget: 10n ** 9n });
    const powers = counts.map((count) => Number(count) ** 1.5);
    const sum = powers.reduce((a, b) => a + b);
    // The last one reaches the cap.
    for (const [i, share] of shares.slice(0, 4).entries()) {
      expect(Number(share.certified)).to.be.closeTo((powers[i]! / sum) * 1e9, 20);
    }
    expect(shares[4]!.certified).to.equal(300_000_000n);
  });

  it("counts whom a report does not name as 0", () => {
    const named = [{ walletId: 1, count: 200_000n }];
    const options = { certified: new Set<number>(), linearBudget: 10n, certifiedBudget: 10n };
    expect(walletShares({ ...options, reports: [named, [], named] }).linearEarned).to.equal(10n);
    expect(walletShares({ ...options, reports: [named, [], named, []] }).linearEarned).to.equal(0n);
  });

  it("shares nothing where nobody is eligible", () => {
    const { shares, linearCarried, certifiedCarried } = walletShares({
      reports: [[]],
      certified: new Set([1]),
      linearBudget: 3n,
      certifiedBudget: 7n,
    });
    expect([shares, linearCarried, certifiedCarried]).to.deep.equal([[], 3n, 7n]);
  });
});

describe("lowerMedian", () => {
  for (const [values, median] of [
    [[5n], 5n],
    [[9n, 1n], 1n],
    [[9n, 1n, 4n], 4n],
    [[7n, 9n, 1n, 4n], 4n],
  ] as const) {
    it(`of ${values.join(", ")} is ${median}`, () => {
      expect(lowerMedian(values)).to.equal(median);
    });
  }

  it("refuses nothing", () => {
    expect(() => lowerMedian([])).to.throw(RangeError);
  });
});

describe("squareRoot", () => {
  it("is rounded down", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 192n), (value) => {
        const root = squareRoot(value);
        expect(root * root <= value && value < (root + 1n) ** 2n).to.equal(true);
      }),
    );
  });

  it("refuses negative numbers", () => {
    expect(() => squareRoot(-1n)).to.throw(RangeError);
  });
});

describe("splitFunding", () => {
  it("rounds the certified part down", () => {
    expect(splitFunding({ funding: 9n, certifiedShareBps: 7_000n })).to.deep.equal({ linear: 3n, certified: 6n });
  });
});

describe("walletPeriod", () => {
  it("is four weeks from a Thursday, 00:00 UTC", () => {
    const { start, end, lastEpoch } = walletPeriod(740n);
    expect(new Date(Number(start) * 1_000).toUTCString()).to.equal("Thu, 24 Sep 2026 00:00:00 GMT");
    expect(end - start).to.equal(28n * 86_400n);
    expect(lastEpoch * 86_400n).to.equal(end - 86_400n);
  });

  it("has its first and last second in it", () => {
    const { start, end } = walletPeriod(740n);
    expect([start - 1n, start, end - 1n, end].map(walletPeriodAt)).to.deep.equal([739n, 740n, 740n, 741n]);
  });
});
