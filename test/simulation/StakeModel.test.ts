import { expect } from "chai";
import { StakeModel, WEEK, weekStartOf } from "../../scripts/simulation/model/StakeModel";

const WCT = 10n ** 18n;
const GWEI = 10n ** 9n;
/** In the middle of a week. */
const NOW = 3_000 * WEEK + WEEK / 2;

describe("StakeModel", () => {
  it("weighs a Locked position by its preset, at every second the same", () => {
    const stakes = new StakeModel(1);
    stakes.stake(0, 209n * WCT, 52);
    expect(stakes.weight(0, NOW)).to.equal(52n * WCT);
    expect(stakes.weight(0, NOW + 500 * WEEK)).to.equal(52n * WCT);
    expect(stakes.state(0, NOW + 500 * WEEK)).to.equal("Locked");
  });

  it("ends an unlock at the start of a week, and lets the weight fall to 0 until then", () => {
    const stakes = new StakeModel(1);
    stakes.stake(0, 209n * WCT, 4);
    stakes.initiateUnlock(0, NOW);
    const end = weekStartOf(NOW) + 4 * WEEK;
    expect(stakes.of(0).unlockEnd).to.equal(end);
    expect(stakes.weight(0, end - WEEK)).to.equal(1n * WCT);
    expect([stakes.state(0, end - 1), stakes.state(0, end)]).to.deep.equal(["Unlocking", "Unlocked"]);
    expect(stakes.weight(0, end)).to.equal(0n);
  });

  it("locks anew with what is added", () => {
    const stakes = new StakeModel(1);
    stakes.stake(0, 200n * WCT, 4);
    stakes.initiateUnlock(0, NOW);
    stakes.relock(0, 104, 9n * WCT);
    expect(stakes.weight(0, NOW)).to.equal(104n * WCT);
    expect(stakes.state(0, NOW)).to.equal("Locked");
  });

  it("pays out all but what is held back, and keeps the terms for that", () => {
    const stakes = new StakeModel(1);
    stakes.stake(0, 1_000n * WCT, 4);
    expect(stakes.holdForSlash(0, 100n)).to.equal(10n * WCT);
    stakes.initiateUnlock(0, NOW);
    expect(stakes.withdraw(0)).to.equal(990n * WCT);
    expect(stakes.of(0)).to.include({ amount: 10n * WCT, presetWeeks: 4 });
    stakes.slash(0, 10n * WCT);
    expect(stakes.of(0)).to.include({ amount: 0n, presetWeeks: 0, unlockEnd: 0, held: 0n });
    expect(stakes.state(0, NOW)).to.equal("None");
  });

  it("holds back whole gwei, and never more than there is", () => {
    const stakes = new StakeModel(1);
    stakes.stake(0, 10_000n * GWEI + 5_000n, 4);
    expect(stakes.holdForSlash(0, 100n)).to.equal(100n * GWEI);
    expect(stakes.holdForSlash(0, 10_000n)).to.equal(9_900n * GWEI);
    expect(stakes.holdForSlash(0, 100n)).to.equal(0n);
  });

  it("adds up the votes that were given, and rounds their sum, not each", () => {
    const stakes = new StakeModel(3);
    for (const account of [0, 1, 2]) stakes.stake(account, 1n, 104);
    expect(stakes.votes(2, NOW)).to.equal(0n);
    stakes.delegate(0, 2);
    stakes.delegate(1, 2);
    // Two of 104 ÷ 209 wei are less than one wei, with a third one they are more.
    expect(stakes.votes(2, NOW)).to.equal(0n);
    stakes.increase(0, 1n);
    expect(stakes.votes(2, NOW)).to.equal(1n);
    expect(stakes.votes(0, NOW)).to.equal(0n);
    stakes.delegate(0, 0);
    expect(stakes.votes(2, NOW)).to.equal(0n);
  });

  it("sums all weights before it rounds", () => {
    const stakes = new StakeModel(209);
    for (let account = 0; account < 209; account++) stakes.stake(account, 1n, 4);
    expect(stakes.weight(0, NOW)).to.equal(0n);
    expect(stakes.totalTokenSeconds(NOW)).to.equal(BigInt(209 * 4 * WEEK));
    expect(stakes.totalStaked()).to.equal(209n);
  });
});
