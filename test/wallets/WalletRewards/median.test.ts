import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";
import { HOUR, nextAt, warpTo } from "../../support/time";
import { configurationOf, type Counts, finalize, fundedWallets, periodOver } from "../../support/wallets";

type Fixture = Awaited<ReturnType<typeof periodOver>>;

/** {@link fundedWallets} at the end of a period with a committee of seven. */
async function sevenMembers() {
  const fixture = await fundedWallets();
  const configuration = configurationOf(7);
  await fixture.configure(configuration);
  await warpTo(fixture.end + 6n * HOUR);
  return { ...fixture, configuration };
}

/** The median that the contract took for wallet 1; 0 if it was not eligible. */
async function medianOf(fixture: Fixture, tables: readonly (Counts | undefined)[]): Promise<bigint> {
  const sent = await finalize(fixture, tables);
  const receipt = await sent.wait();
  for (const log of receipt!.logs) {
    const event = fixture.rewards.interface.parseLog(log);
    if (event?.name === "WalletEarned" && event.args.walletId === 1n) return event.args.count as bigint;
  }
  return 0n;
}

describe("WalletRewards", () => {
  describe("the count of a wallet", () => {
    it("is the middle one of an odd number", async () => {
      const fixture = await loadFixture(periodOver);
      const tables = [900_000n, 100_002n, 300_000n, 100_001n, 800_000n].map((count) => ({ 1: count }));
      expect(await medianOf(fixture, tables)).to.equal(300_000n);
    });

    it("is the lower one in the middle of an even number", async () => {
      const fixture = await loadFixture(periodOver);
      await warpTo(fixture.end + 6n * HOUR);
      const tables = [900_000n, 100_002n, 300_000n, 800_000n].map((count) => ({ 1: count }));
      expect(await medianOf(fixture, tables)).to.equal(300_000n);
    });

    it("is 0 where half of the reports do not name the wallet", async () => {
      const fixture = await loadFixture(periodOver);
      await warpTo(fixture.end + 6n * HOUR);
      expect(await medianOf(fixture, [{ 1: 200_000n }, {}, { 1: 200_000n }, {}])).to.equal(0n);
    });

    it("is the lowest where the smallest majority names the wallet", async () => {
      const fixture = await loadFixture(periodOver);
      expect(await medianOf(fixture, [{ 1: 400_000n }, {}, { 1: 200_000n }, {}, { 1: 300_000n }])).to.equal(200_000n);
    });

    it("takes a count of 0 for what it is", async () => {
      const fixture = await loadFixture(periodOver);
      expect(await medianOf(fixture, [{ 1: 200_000n }, { 1: 0n }, { 1: 0n }, { 1: 0n }, { 1: 200_000n }])).to.equal(0n);
    });

    it("is told from counts of other wallets, wherever they are named", async () => {
      const fixture = await loadFixture(periodOver);
      const { rewards } = fixture;
      await finalize(fixture, [
        { 1: 200_000n, 2: 900_000n },
        { 2: 500_000n, 3: 200_000n },
        { 1: 200_000n, 3: 200_000n },
        { 2: 400_000n },
        { 1: 200_000n, 2: 700_000n, 3: 200_000n },
      ]);
      const linear = 300n * 10n ** 18n;
      expect(await rewards.owedTo(3n)).to.equal((linear * 200_000n) / 900_000n);
    });

    it("cannot be chosen by whoever leaves honest reports out", async () => {
      const fixture = await loadFixture(periodOver);
      // One liar of five. Whichever honest one is left out, the count stays within the honest ones.
      const honest = [200_000n, 210_000n, 220_000n, 230_000n];
      const snapshot: unknown = await network.provider.send("evm_snapshot");
      let state = snapshot;
      for (const lie of [0n, 2n ** 64n - 1n]) {
        for (let left = 0; left < 4; left++) {
          await nextAt(fixture.end + 6n * HOUR);
          const tables = [...honest.map((count, i) => (i === left ? undefined : { 1: count })), { 1: lie }];
          expect(await medianOf(fixture, tables)).to.be.within(200_000n, 230_000n);
          await network.provider.send("evm_revert", [state]);
          state = await network.provider.send("evm_snapshot");
        }
      }
    });

    for (const [members, liars, prepare] of [
      [5, 1, periodOver],
      [7, 2, sevenMembers],
    ] as const) {
      it(`stays within the honest counts whatever ${liars} of ${members} say`, async () => {
        const fixture = await loadFixture(prepare);
        await warpTo(fixture.end + 6n * HOUR);
        const count = fc.bigInt(100_001n, 10_000_000n);
        const lie = fc.option(fc.oneof(fc.constantFrom(0n, 1n, 2n ** 64n - 1n), fc.bigInt(0n, 20_000_000n)));
        const scenario = fc.record({
          honest: fc.array(count, { minLength: members - liars, maxLength: members - liars }),
          lies: fc.array(lie, { minLength: liars, maxLength: liars }),
          // The liars are the last; their places do not matter to a median. Honest reports that are left out:
          left: fc.uniqueArray(fc.nat(members - liars - 1), { maxLength: liars }),
        });
        let state: unknown = await network.provider.send("evm_snapshot");
        const holds = fc.asyncProperty(scenario, async ({ honest, lies, left }) => {
          const tables: (Counts | undefined)[] = [
            ...honest.map((value, i) => (left.includes(i) ? undefined : { 1: value })),
            ...lies.map((value): Counts => (value === null ? {} : { 1: value })),
          ];
          const median = await medianOf(fixture, tables);
          await network.provider.send("evm_revert", [state]);
          state = await network.provider.send("evm_snapshot");
          const sorted = [...honest].sort((a, b) => (a < b ? -1 : 1));
          expect(median).to.be.within(sorted[0]!, sorted.at(-1)!);
        });
        await fc.assert(holds, { numRuns: 30, seed: 20_261_121 });
      });
    }
  });

  describe("a wallet that no report names", () => {
    it("costs nothing, however many there are", async () => {
      const fixture = await loadFixture(periodOver);
      const { rewards, configuration, period, others } = fixture;
      const state: unknown = await network.provider.send("evm_snapshot");
      const few = (await (await finalize(fixture, { 1: 200_000n })).wait())!.gasUsed;
      await network.provider.send("evm_revert", [state]);
      for (const owner of others.slice(0, 20)) await rewards.connect(owner).register(owner);
      expect(configuration.committee).to.have.length(5);
      const many = (await (await finalize(fixture, { 1: 200_000n })).wait())!.gasUsed;
      expect(await rewards.isFinalized(period)).to.equal(true);
      expect(many).to.be.within(few - 100n, few + 100n);
    });

    it("earns nothing", async () => {
      const fixture = await loadFixture(periodOver);
      await finalize(fixture, { 1: 200_000n });
      expect(await fixture.rewards.owedTo(2n)).to.equal(0n);
    });
  });
});
