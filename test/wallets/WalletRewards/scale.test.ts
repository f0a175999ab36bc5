import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { WCT } from "../../support/amounts";
import { impersonated } from "../../support/impersonated";
import { warpTo } from "../../support/time";
import { configurationOf, type Counts, finalize, fundedWallets, signedReports } from "../../support/wallets";

const WALLETS = 300;
const BLOCK_LIMIT = 30_000_000n;

/** {@link fundedWallets} at the end of the period, with 300 wallets, all of them certified, and a committee of so many. */
async function manyWalletsWith(members: number) {
  const fixture = await fundedWallets();
  const configuration = configurationOf(members);
  await fixture.configure(configuration);
  const { rewards, certifier } = fixture;
  for (let i = 3; i < WALLETS; i++) {
    const owner = await impersonated(i);
    await rewards.connect(owner).register(owner);
  }
  for (let walletId = 1; walletId <= WALLETS; walletId++) {
    await rewards.connect(certifier).setCertified(walletId, true);
  }
  await warpTo(fixture.end);
  return { ...fixture, configuration };
}

const manyWallets = () => manyWalletsWith(5);
const manyWalletsAndMembers = () => manyWalletsWith(32);

/** Counts of all wallets as member `index` has them: slightly different ones. */
function countsOf(index: number, base: bigint): Counts {
  return Object.fromEntries(
    Array.from({ length: WALLETS }, (_, i) => [i + 1, base + 1_000n * BigInt(i) + BigInt((i * 7 + index * 13) % 50)]),
  );
}

describe("WalletRewards", () => {
  describe("the gas of a finalization", () => {
    // Measured: 6.8 million (22,700 a wallet), 21.6 million (72,100 a wallet).
    for (const [members, fixtureOf, limit] of [
      [5, manyWallets, 7_500_000n],
      [32, manyWalletsAndMembers, 24_000_000n],
    ] as const) {
      it(`of ${WALLETS} certified wallets from ${members} reports is at most ${limit}`, async () => {
        const fixture = await loadFixture(fixtureOf);
        const { configuration } = fixture;
        const tables = configuration.committee.map((_, index) => countsOf(index, 200_000n));
        const reports = await signedReports(fixture, tables);
        const sent = fixture.rewards.finalize(fixture.period, configuration, reports, { gasLimit: BLOCK_LIMIT });
        const receipt = await (await sent).wait();
        expect(receipt!.gasUsed).to.be.at.most(limit);
        expect(await fixture.rewards.owedTo(WALLETS)).to.be.above(WCT);
        const [linear, certified] = await fixture.rewards.carried();
        expect(linear + certified).to.be.below(2n * BigInt(WALLETS));
      });
    }

    // Measured: 1.9 million, 6,400 a wallet.
    it(`of ${WALLETS} wallets that are not eligible is at most 2,200,000`, async () => {
      const fixture = await loadFixture(manyWallets);
      const tables = fixture.configuration.committee.map((_, index) =>
        Object.fromEntries(Object.keys(countsOf(index, 0n)).map((walletId) => [walletId, 99_000n + BigInt(index)])),
      );
      const receipt = await (await finalize(fixture, tables)).wait();
      expect(receipt!.gasUsed).to.be.at.most(2_200_000n);
    });
  });
});
