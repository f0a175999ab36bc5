import { expect } from "chai";
import type { SimulationRecord } from "../../scripts/simulation/record";
import { expectNoGrowth, growthOf, GrowthError } from "../../scripts/simulation/report/growthOf";
import { renderGrowth } from "../../scripts/simulation/report/renderGrowth";
import { gasPerFurtherWallet, walletFinalizations } from "../../scripts/simulation/report/walletColumns";
import { columns, sampleRecord } from "./support/sampleRecord";

/** A run of six weeks in which `claim` happens so often a week, and costs so much. */
function claiming(times: number, gas: number[]): SimulationRecord {
  return sampleRecord({ gas: { claim: columns([1, 2, 3, 4, 5, 6], Array<number>(6).fill(times), gas) } });
}

/** 20 wallets register in week 1 and 20 more in each of weeks 2 and 4; three finalizations name 20, 40 and 60. */
function payingWallets(gas: [number, number, number]): SimulationRecord {
  return sampleRecord({
    gas: {
      "register (wallets)": columns([1, 2, 4], [20, 20, 20], [1, 1, 1]),
      "finalize (wallets)": columns([2, 3, 5], [1, 1, 1], gas),
    },
  });
}

describe("growth in a simulation", () => {
  it("is the change of the median from the first to the last weeks", () => {
    expect(growthOf(claiming(15, [100, 100, 500, 500, 110, 110]))).to.deep.equal([
      { operation: "claim", first: 100, last: 110, growth: 110 / 100 - 1 },
    ]);
  });

  it("fails the run if a cost doubles", () => {
    const doubled = claiming(15, [50_000, 50_000, 70_000, 80_000, 100_000, 100_000]);
    expect(() => {
      expectNoGrowth(doubled);
    }).to.throw(
      GrowthError,
      "the median of claim grew from 50,000 to 100,000 gas (+100.0 %); 15 % are the most that is allowed",
    );
  });

  it("is allowed up to the tolerance, and any fall is", () => {
    for (const last of [115, 20]) expectNoGrowth(claiming(15, [100, 100, 100, 100, last, last]));
    expect(() => {
      expectNoGrowth(claiming(15, [100, 100, 100, 100, 116, 116]));
    }).to.throw(GrowthError);
  });

  it("is not judged where an operation was rare at one of the ends", () => {
    expect(growthOf(claiming(14, [50, 50, 50, 50, 100, 100]))).to.deep.equal([]);
  });

  describe("of what wallets cost", () => {
    it("counts the wallets that registered in earlier weeks", () => {
      const named = walletFinalizations(payingWallets([1, 2, 3])).map(({ wallets }) => wallets);
      expect(named).to.deep.equal([20, 40, 60]);
    });

    it("is judged by the wallet: as many more as there are may cost more", () => {
      const record = payingWallets([200_000, 400_000, 600_000]);
      // Twenty in the first two weeks are too few.
      expect(growthOf(record)).to.deep.equal([]);
      const more = { ...record.gas, "register (wallets)": columns([1, 2, 4], [30, 30, 30], [1, 1, 1]) };
      expect(growthOf({ ...record, gas: more }).map(({ operation, growth }) => [operation, growth])).to.deep.equal([
        ["finalize (wallets), per wallet", 0],
      ]);
    });

    it("fails the run if each costs more", () => {
      const record = payingWallets([200_000, 400_000, 900_000]);
      const more = { ...record.gas, "register (wallets)": columns([1, 2, 4], [30, 30, 30], [1, 1, 1]) };
      expect(() => {
        expectNoGrowth({ ...record, gas: more });
      }).to.throw(GrowthError, "finalize (wallets), per wallet grew from 6,667 to 10,000 gas (+50.0 %)");
    });

    it("tells what a further one costs", () => {
      expect(gasPerFurtherWallet(payingWallets([300_000, 500_000, 700_000]))).to.equal(10_000);
      expect(gasPerFurtherWallet(sampleRecord())).to.equal(undefined);
    });
  });

  describe("in the document", () => {
    it("names the largest change, and what is too rare to be judged", () => {
      const { claim } = claiming(15, [100, 100, 100, 100, 104, 104]).gas;
      const text = renderGrowth(sampleRecord({ gas: { ...sampleRecord().gas, claim: claim! } }));
      expect(text).to.contain("The largest change of a median is that of `claim`, +4.0 %.");
      expect(text).to.contain("Too rare to be judged: `confirm`, `fundRange`, `stake`.");
    });

    it("tells what a further wallet costs, and how the most of a claim grew", () => {
      const { gas } = payingWallets([300_000, 500_000, 700_000]);
      const text = renderGrowth(sampleRecord({ gas: { ...gas, ...sampleRecord().gas } }));
      expect(text).to.contain("10,000 gas for each further one");
      expect(text).to.contain("`claim` from 160,000 to 180,000");
    });
  });
});
