import { stripVTControlCharacters } from "node:util";
import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { parseEther } from "ethers";
import { ethers } from "hardhat";
import { finalizeWallets } from "../../scripts/local/finalizeWallets";
import { formatWallets } from "../../scripts/local/formatWallets";
import { localRoles, walletAccounts } from "../../scripts/local/localAccounts";
import { localWallets, PERIOD_FUNDING } from "../../scripts/local/localWallets";
import { WalletRunError } from "../../scripts/local/mineWallets";
import { payoutOf, prepareWallets } from "../../scripts/local/prepareWallets";
import { readWallets } from "../../scripts/local/readWallets";
import { WALLET_PERIOD } from "../../scripts/wallets/walletPeriod";
import { walletPeriodAt } from "../../scripts/wallets/walletPeriodAt";
import { walletShares } from "../../scripts/wallets/walletShares";
import { deployed } from "../support/deployed";
import { localInProcess } from "../support/localInProcess";
import { onFreshChain } from "../support/onFreshChain";
import { now } from "../support/time";
import { walletPeriodLivedThrough } from "../support/walletPeriod";

async function deployedLocal() {
  await deployed();
  return localInProcess();
}

describe("prepareWallets", () => {
  onFreshChain();

  it("registers every wallet with its owner and payout address", async () => {
    const { local } = await loadFixture(walletPeriodLivedThrough);
    const { walletRewards } = local.contracts;
    expect(await walletRewards.walletCount()).to.equal(localWallets.length);
    for (const [index, account] of walletAccounts.entries()) {
      const { owner, payout, isCertified } = await walletRewards.walletOf(index + 1);
      expect(owner).to.equal(local.wallets[account]!.address);
      expect(payout).to.equal(payoutOf(owner));
      expect(isCertified).to.equal(localWallets[index]!.isCertified);
    }
  });

  it("funds the period that is finalized", async () => {
    const { local, funded, finalized } = await loadFixture(walletPeriodLivedThrough);
    expect(funded.period).to.equal(finalized.period);
    expect(await local.contracts.walletRewards.totalFunded()).to.equal(PERIOD_FUNDING);
  });

  it("leaves the funder what it had", async () => {
    const { local } = await loadFixture(walletPeriodLivedThrough);
    expect(await local.contracts.token.balanceOf(local.wallets[localRoles.indexOf("funder")]!)).to.equal(0n);
  });

  it("stops at a transaction that is refused, and names the reason", async () => {
    const { local, present } = await loadFixture(walletPeriodLivedThrough);
    const again = prepareWallets({ local, present });
    await expect(again).to.be.rejectedWith(WalletRunError, "a transaction was refused: AlreadyRegistered(");
  });
});

describe("finalizeWallets", () => {
  onFreshChain();

  it("brings the clock to the present, and finalizes the last whole period before it", async () => {
    const { local, present, finalized } = await loadFixture(walletPeriodLivedThrough);
    expect(await now()).to.equal(present);
    expect(finalized.period).to.equal(walletPeriodAt(BigInt(present)) - 1n);
    expect(await local.contracts.walletRewards.isFinalized(finalized.period)).to.equal(true);
  });

  it("hands in the reports of all seven members", async () => {
    const { finalized } = await loadFixture(walletPeriodLivedThrough);
    expect(finalized.members).to.equal(7);
    expect(finalized.reports).to.have.lengthOf(7);
  });

  it("mines transactions by themselves again afterwards", async () => {
    await loadFixture(walletPeriodLivedThrough);
    expect(await ethers.provider.send("hardhat_getAutomine", [])).to.equal(true);
  });

  it("pays the first wallet, to its payout address", async () => {
    const { local, report } = await loadFixture(walletPeriodLivedThrough);
    const [first] = report.wallets;
    expect(await local.contracts.token.balanceOf(payoutOf(first!.owner))).to.equal(first!.claimed);
    expect(await local.contracts.walletRewards.totalPaid())
      .to.equal(first!.claimed)
      .and.to.be.above(0n);
  });

  it("goes by the chain's clock where that is ahead", async () => {
    const local = await loadFixture(deployedLocal);
    const chainNow = Number(await now());
    await prepareWallets({ local, present: chainNow });
    const later = chainNow + Number(WALLET_PERIOD);
    await local.chain.mine([], later);
    const { period } = await finalizeWallets({ local, present: chainNow });
    expect(period).to.equal(walletPeriodAt(BigInt(later)) - 1n);
  });

  it("works in the first second after the period", async () => {
    const local = await loadFixture(deployedLocal);
    const present = Number((walletPeriodAt(await now()) + 1n) * WALLET_PERIOD);
    const { period } = await prepareWallets({ local, present });
    const finalized = await finalizeWallets({ local, present });
    expect(finalized.period).to.equal(period);
    expect((await readWallets({ local, finalized })).budget).to.equal(PERIOD_FUNDING);
  });

  it("pays what was rolled over where the period was too far ahead to be funded", async () => {
    const local = await loadFixture(deployedLocal);
    const present = Number((await now()) + 100n * WALLET_PERIOD);
    const { period } = await prepareWallets({ local, present });
    const finalized = await finalizeWallets({ local, present });
    expect(finalized.period).to.be.above(period + 32n);
    expect((await readWallets({ local, finalized })).budget).to.equal(PERIOD_FUNDING);
  });

  it("stops at a transaction that is refused, and names the reason", async () => {
    const { local, present, finalized } = await loadFixture(walletPeriodLivedThrough);
    const again = finalizeWallets({ local, present });
    const reason = `a transaction was refused: PeriodAlreadyFinalized(${finalized.period.toString()})`;
    await expect(again).to.be.rejectedWith(WalletRunError, reason);
  });
});

describe("readWallets", () => {
  onFreshChain();

  it("agrees with the shares worked out from the rules", async () => {
    const { report } = await loadFixture(walletPeriodLivedThrough);
    const { shares, linearEarned, certifiedEarned } = walletShares({
      reports: [localWallets.map(({ connections }, index) => ({ walletId: index + 1, count: connections }))],
      certified: new Set([1, 2]),
      linearBudget: (PERIOD_FUNDING * 3n) / 10n,
      certifiedBudget: (PERIOD_FUNDING * 7n) / 10n,
    });
    const earned = report.wallets.filter(({ isEligible }) => isEligible);
    expect(earned.map(({ walletId, linear, certified }) => ({ walletId, linear, certified }))).to.deep.equal(
      shares.map(({ walletId, linear, certified }) => ({ walletId, linear, certified })),
    );
    expect(report.paid).to.equal(linearEarned + certifiedEarned);
    expect(report.rolledOver).to.equal(PERIOD_FUNDING - report.paid);
  });

  it("hands on what was not earned", async () => {
    const { local, report } = await loadFixture(walletPeriodLivedThrough);
    const { linear, certified } = await local.contracts.walletRewards.carried();
    expect(linear + certified).to.equal(report.rolledOver);
  });

  it("shows the first wallet at the limit of 30 %", async () => {
    const { report } = await loadFixture(walletPeriodLivedThrough);
    expect(report.wallets[0]!.certified).to.equal(parseEther("2100"));
  });

  it("tells the connections of all, and who is eligible", async () => {
    const { report } = await loadFixture(walletPeriodLivedThrough);
    expect(report.wallets.map(({ connections }) => connections)).to.deep.equal(
      localWallets.map(({ connections }) => connections),
    );
    expect(report.wallets.map(({ isEligible }) => isEligible)).to.deep.equal([true, true, true, false, false]);
  });
});

describe("formatWallets", () => {
  onFreshChain();

  async function text(): Promise<string> {
    const { report } = await loadFixture(walletPeriodLivedThrough);
    return stripVTControlCharacters(formatWallets(report));
  }

  for (const [title, line] of [
    ["the period", /^Wallets: period \d+, \S{10} to \S{10}, 7 of 7 reports, amounts in WCT$/m],
    ["a wallet that claimed", /^ {2}1 +0x\S+ +yes +2,400,000 +2,080\.92 +2,100\.00 +4,180\.92 +4,180\.92$/m],
    ["a certified wallet", /^ {2}2 +0x\S+ +yes +650,000 +563\.58 +864\.74 +1,428\.32 +–$/m],
    ["a wallet that is not certified", /^ {2}3 +0x\S+ +no +410,000 +355\.49 +– +355\.49 +–$/m],
    ["a wallet at the threshold", /^ {2}4 +0x\S+ +no +100,000 +– +– +– +–$/m],
    ["a wallet below it", /^ {2}5 +0x\S+ +no +62,000 +– +– +– +–$/m],
    ["the sums", /^ {2}all +3,000\.00 +2,964\.74 +5,964\.74 +4,180\.92$/m],
    ["the budget", /^ {2}Budget 10,000\.00 WCT: 5,964\.74 paid, 4,035\.26 rolled over to the next period\.$/m],
  ] as const) {
    it(`shows ${title}`, async () => {
      expect(await text()).to.match(line);
    });
  }

  it("keeps to 100 characters a line", async () => {
    expect((await text()).split("\n").filter((line) => line.length > 100)).to.deep.equal([]);
  });
});
