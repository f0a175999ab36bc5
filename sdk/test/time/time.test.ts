import { expect } from "chai";
import fc from "fast-check";
import {
  chainTime,
  DAY,
  epochOf,
  nextPeriod,
  PRESETS,
  walletPeriodOf,
  WEEK,
  weekStartOf,
} from "../../src/time/index.js";
import { atBlock } from "../../src/index.js";
import { useChain } from "../support/chain.js";

describe("time", () => {
  it("starts weeks on Thursdays, 00:00 UTC", () => {
    const thursday = BigInt(Date.UTC(2026, 0, 1) / 1000);
    expect(weekStartOf(thursday)).to.equal(thursday);
    expect(weekStartOf(thursday - 1n)).to.equal(thursday - WEEK);
    expect(weekStartOf(Number(thursday + WEEK - 1n))).to.equal(thursday);
    expect(weekStartOf(0)).to.equal(0n);
  });

  it("counts epochs and wallet periods from 1970", () => {
    expect(epochOf(0)).to.equal(0n);
    expect(epochOf(DAY - 1n)).to.equal(0n);
    expect(epochOf(DAY)).to.equal(1n);
    expect(walletPeriodOf(4n * WEEK - 1n)).to.equal(0n);
    expect(walletPeriodOf(4n * WEEK)).to.equal(1n);
  });

  it("has every second in exactly one week", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 40n }), (timestamp) => {
        const start = weekStartOf(timestamp);
        expect(start % WEEK === 0n && start <= timestamp && timestamp < start + WEEK).to.equal(true);
      }),
    );
  });

  it("knows the presets", () => {
    expect(PRESETS).to.deep.equal([4n, 8n, 12n, 26n, 52n, 78n, 104n]);
  });

  describe("by the chain's clock", () => {
    const chain = useChain();

    it("tells the second of the newest block, and of an earlier one", async () => {
      const { wallets, connectAs, now, warpTo, provider } = chain();
      const connection = await connectAs(wallets[5]!);
      const before = await now();
      const number = await provider.getBlockNumber();
      await warpTo(before + 1000);
      expect(await chainTime(connection)).to.equal(BigInt(before) + 1000n);
      expect(await chainTime(atBlock(connection, number))).to.equal(BigInt(before));
    });

    it("counts down to the next Thursday", async () => {
      const { wallets, connectAs, now, warpTo } = chain();
      const connection = await connectAs(wallets[5]!);
      const end = weekStartOf(await now()) + 2n * WEEK;
      await warpTo(Number(end - 1n));
      expect(await nextPeriod(connection)).to.deep.equal({ weekStart: end - WEEK, end, secondsLeft: 1n });
      await warpTo(Number(end));
      expect(await nextPeriod(connection)).to.deep.equal({ weekStart: end, end: end + WEEK, secondsLeft: WEEK });
    });
  });
});
