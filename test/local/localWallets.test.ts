import { expect } from "chai";
import { walletAccounts, LOCAL_ACCOUNTS, operatorAccounts } from "../../scripts/local/localAccounts";
import { localWallets, periodToFund, startBeforePeriodEnd } from "../../scripts/local/localWallets";

const day = 86_400;
const period = 28 * day;

describe("localWallets", () => {
  it("has wallets above, at and below 100,000 connections", () => {
    const connections = localWallets.map((wallet) => wallet.connections);
    expect(connections.filter((count) => count > 100_000n)).to.have.lengthOf(3);
    expect(connections.filter((count) => count === 100_000n)).to.have.lengthOf(1);
    expect(connections.filter((count) => count < 100_000n)).to.have.lengthOf(1);
  });

  it("has an account of its own for each owner", () => {
    expect(walletAccounts).to.have.lengthOf(localWallets.length);
    expect(walletAccounts[0]).to.equal(operatorAccounts.at(-1)! + 1);
    expect(walletAccounts.at(-1)).to.be.below(LOCAL_ACCOUNTS);
  });
});

describe("startBeforePeriodEnd", () => {
  for (const [title, start, present, expected] of [
    ["leaves a start of long ago", 10 * period, 17 * period + 5, 10 * period],
    ["leaves a start within the last whole period", 16 * period + 5, 17 * period, 16 * period + 5],
    ["leaves a start on its last day's first second", 17 * period - day, 18 * period - 1, 17 * period - day],
    ["moves a start later on that day back", 17 * period - 1, 17 * period, 17 * period - day],
    ["moves a start within the running period back", 17 * period + 9 * day, 18 * period - 1, 17 * period - day],
  ] as const) {
    it(title, () => {
      expect(startBeforePeriodEnd({ start, present })).to.equal(expected);
    });
  }
});

describe("periodToFund", () => {
  for (const [title, chainNow, present, expected] of [
    ["is the last whole one before the present", 10 * period, 18 * period - 1, 16n],
    ["is the one before at the second in which a period begins", 10 * period, 18 * period, 17n],
    ["is the running one if that is over then", 17 * period - 1, 17 * period, 16n],
    ["is never one that is over already", 17 * period, 17 * period + 1, 17n],
    ["is the 26th ahead if the present is too far", 10 * period, 50 * period, 36n],
    ["is the 26th ahead if that is it", 10 * period, 37 * period, 36n],
  ] as const) {
    it(title, () => {
      expect(periodToFund({ chainNow, present })).to.equal(expected);
    });
  }
});
