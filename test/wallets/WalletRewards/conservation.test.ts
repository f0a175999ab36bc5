import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";
import { splitFunding } from "../../../scripts/wallets/splitFunding";
import { walletPeriod } from "../../../scripts/wallets/walletPeriod";
import { walletShares } from "../../../scripts/wallets/walletShares";
import { MAX_COUNT } from "../../../scripts/wallets/WalletCount";
import { WCT } from "../../support/amounts";
import { HOUR, warpTo } from "../../support/time";
import { type Counts, countList, finalize, wallets } from "../../support/wallets";

const WALLETS = 10;

/** {@link wallets}, ten of them. */
async function tenWallets() {
  const fixture = await wallets();
  for (const owner of fixture.others.slice(0, WALLETS - 3)) await fixture.rewards.connect(owner).register(owner);
  return fixture;
}

const count = fc.oneof(
  { weight: 6, arbitrary: fc.bigInt(90_000n, 5_000_000n) },
  { weight: 2, arbitrary: fc.constantFrom(0n, 99_999n, 100_000n, 100_001n) },
  { weight: 1, arbitrary: fc.constantFrom(MAX_COUNT, MAX_COUNT - 1n) },
);
const table = fc
  .array(fc.option(count, { freq: 5 }), { minLength: WALLETS, maxLength: WALLETS })
  .map((values): Counts =>
    Object.fromEntries(values.flatMap((value, i) => (value === null ? [] : [[i + 1, value] as const]))),
  );
const funding = fc.oneof(fc.constantFrom(0n, 1n, 7n), fc.bigInt(0n, 10_000n), fc.bigInt(0n, 100_000n * WCT));

const scenario = fc.array(
  fc.record({
    funding,
    shareBps: fc.option(fc.bigInt(5_001n, 10_000n), { freq: 3 }),
    // Whose certification changes in this period.
    toggles: fc.uniqueArray(fc.integer({ min: 1, max: WALLETS }), { maxLength: 6 }),
    tables: fc.array(table, { minLength: 4, maxLength: 5 }),
    isMissed: fc.boolean().map((missed) => missed),
    claims: fc.uniqueArray(fc.integer({ min: 1, max: WALLETS }), { maxLength: 4 }),
  }),
  { minLength: 2, maxLength: 4 },
);

describe("WalletRewards", () => {
  describe("invariant 10: what is paid to wallets and what is left is what was funded", () => {
    it("holds to the wei, and every number is the reference's, in random periods", async () => {
      const fixture = await loadFixture(tenWallets);
      const { rewards, token, admin, certifier, funder } = fixture;
      const ids = Array.from({ length: WALLETS }, (_, i) => i + 1);
      let state: unknown = await network.provider.send("evm_snapshot");

      const agrees = fc.asyncProperty(scenario, async (periods) => {
        const owed = new Map(ids.map((walletId) => [walletId, 0n]));
        const certified = new Set<number>();
        const carried = { linear: 0n, certified: 0n };
        let [funded, paid, shareBps] = [0n, 0n, 7_000n];
        for (const [i, step] of periods.entries()) {
          const period = fixture.period + BigInt(i);
          if (step.funding !== 0n) await rewards.connect(funder).fund(period, step.funding);
          funded += step.funding;
          const pools = splitFunding({ funding: step.funding, certifiedShareBps: shareBps });
          carried.linear += pools.linear;
          carried.certified += pools.certified;
          if (step.shareBps !== null) {
            await rewards.connect(admin).setCertifiedShare(step.shareBps);
            shareBps = step.shareBps;
          }
          for (const walletId of step.toggles) {
            await rewards.connect(certifier).setCertified(walletId, !certified.has(walletId));
            if (!certified.delete(walletId)) certified.add(walletId);
          }
          await warpTo(walletPeriod(period).end + 6n * HOUR);

          if (!step.isMissed) {
            expect(await rewards.budgetOf(period)).to.deep.equal([carried.linear, carried.certified]);
            const expected = walletShares({
              reports: step.tables.map(countList),
              certified,
              linearBudget: carried.linear,
              certifiedBudget: carried.certified,
            });
            await finalize({ ...fixture, period }, step.tables);
            for (const share of expected.shares) {
              owed.set(share.walletId, owed.get(share.walletId)! + share.linear + share.certified);
            }
            carried.linear = expected.linearCarried;
            carried.certified = expected.certifiedCarried;
            expect(await rewards.carried()).to.deep.equal([carried.linear, carried.certified]);
          }
          for (const walletId of step.claims) {
            await rewards.claim(walletId);
            paid += owed.get(walletId)!;
            owed.set(walletId, 0n);
          }
          const told = await Promise.all(ids.map((walletId) => rewards.owedTo(walletId)));
          expect(told).to.deep.equal([...owed.values()]);
          const owedToAll = told.reduce((sum, amount) => sum + amount, 0n);
          const [linear, certifiedLeft] = await rewards.budgetOf(period + 1n);
          expect(paid + owedToAll + linear + certifiedLeft).to.equal(funded);
          expect(await rewards.totalFunded()).to.equal(funded);
          expect(await rewards.totalPaid()).to.equal(paid);
          expect(await token.balanceOf(rewards)).to.equal(funded - paid);
        }
        await network.provider.send("evm_revert", [state]);
        state = await network.provider.send("evm_snapshot");
      });
      await fc.assert(agrees, { numRuns: 30, seed: 20_261_121, endOnFailure: true });
    });
  });
});
