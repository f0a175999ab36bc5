import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { concat, dataSlice, id, keccak256, N, recoverAddress, Signature, toBeHex, ZeroHash } from "ethers";
import { encodeCounts } from "../../../scripts/wallets/encodeCounts";
import { hashConfiguration } from "../../../scripts/performance/hashConfiguration";
import { hashWalletReport } from "../../../scripts/wallets/hashWalletReport";
import { signWalletReport } from "../../../scripts/wallets/signWalletReport";
import type { WalletDomain } from "../../../scripts/wallets/WalletReport";
import { MAX_WALLET_ID } from "../../../scripts/wallets/WalletCount";
import { warpTo, WEEK } from "../../support/time";
import {
  agreed,
  configurationOf,
  countList,
  member,
  periodOver,
  type Reporting,
  signedReport,
  type SignedReport,
} from "../../support/wallets";

const counts = { 1: 200_000n, 2: 300_000n };
const entry = (walletId: number, count: bigint) => concat([toBeHex(walletId, 4), toBeHex(count, 8)]);

type Fixture = Awaited<ReturnType<typeof periodOver>>;

/** Five good reports, the one at `index` replaced by `report`. */
async function withReport(fixture: Reporting, index: number, report: SignedReport | Promise<SignedReport>) {
  const reports = await agreed(fixture, counts);
  reports[index] = await report;
  return reports;
}

function finalizing(fixture: Fixture, reports: SignedReport[]) {
  return expect(fixture.rewards.finalize(fixture.period, fixture.configuration, reports)).to.be;
}

describe("WalletRewards", () => {
  describe("reportDigest", () => {
    it("is the EIP-712 digest that members sign", async () => {
      const { rewards, domain, period } = await loadFixture(periodOver);
      const report = { period, reporter: member(0).address, configurationHash: id("c"), dataHash: id("d") };
      expect(await rewards.reportDigest(report)).to.equal(hashWalletReport({ domain, report }));
    });

    it("has its domain told by eip712Domain", async () => {
      const { rewards, domain } = await loadFixture(periodOver);
      expect(await rewards.eip712Domain()).to.deep.equal([
        "0x0f",
        "WCT Wallet Rewards",
        "1",
        domain.chainId,
        domain.verifyingContract,
        ZeroHash,
        [],
      ]);
    });
  });

  describe("a report that is handed in", () => {
    describe("by whom", () => {
      it("is refused for an index outside the committee", async () => {
        const fixture = await loadFixture(periodOver);
        const reports = await withReport(fixture, 4, signedReport(fixture, 5, counts));
        await finalizing(fixture, reports).revertedWithCustomError(fixture.rewards, "UnknownReporter").withArgs(5n, 5n);
      });

      it("is refused for an absurd index", async () => {
        const fixture = await loadFixture(periodOver);
        const report = await signedReport(fixture, 4, counts);
        const reports = await withReport(fixture, 4, report);
        const index = 2n ** 256n - 1n;
        await expect(
          fixture.rewards.finalize(fixture.period, fixture.configuration, [
            ...reports.slice(0, 4),
            { ...report, index },
          ]),
        )
          .to.be.revertedWithCustomError(fixture.rewards, "UnknownReporter")
          .withArgs(index, 5n);
      });

      it("is refused a second time", async () => {
        const fixture = await loadFixture(periodOver);
        const reports = await withReport(fixture, 1, signedReport(fixture, 0, counts));
        await finalizing(fixture, reports)
          .revertedWithCustomError(fixture.rewards, "ReportOutOfOrder")
          .withArgs(0n, 0n);
      });

      it("is refused out of order", async () => {
        const fixture = await loadFixture(periodOver);
        const [first, second, third, fourth, fifth] = await agreed(fixture, counts);
        await finalizing(fixture, [first!, second!, fourth!, third!, fifth!])
          .revertedWithCustomError(fixture.rewards, "ReportOutOfOrder")
          .withArgs(2n, 3n);
      });

      it("is refused beyond the committee", async () => {
        const fixture = await loadFixture(periodOver);
        const reports = await agreed(fixture, counts);
        await finalizing(fixture, [...reports, await signedReport(fixture, 5, counts)])
          .revertedWithCustomError(fixture.rewards, "UnknownReporter")
          .withArgs(5n, 5n);
      });

      it("is refused in the name of another member", async () => {
        const fixture = await loadFixture(periodOver);
        const { data, signature } = await signedReport(fixture, 1, counts);
        const reports = await withReport(fixture, 2, { index: 2, data, signature });
        const { configuration, domain, period } = fixture;
        // What member 1 signed is recovered over the digest of member 2: to an address of nobody.
        const digest = hashWalletReport({
          domain,
          report: {
            period,
            reporter: member(2).address,
            configurationHash: hashConfiguration(configuration),
            dataHash: keccak256(data),
          },
        });
        await finalizing(fixture, reports)
          .revertedWithCustomError(fixture.rewards, "WrongSigner")
          .withArgs(member(2).address, recoverAddress(digest, signature as string));
      });

      it("is refused when somebody else signed it", async () => {
        const fixture = await loadFixture(periodOver);
        const { configuration, domain, period } = fixture;
        const data = encodeCounts(countList(counts));
        const report = {
          period,
          reporter: member(2).address,
          configurationHash: hashConfiguration(configuration),
          dataHash: keccak256(data),
        };
        const signature = await signWalletReport({ domain, report, signer: member(9) });
        const reports = await withReport(fixture, 2, { index: 2, data, signature });
        await finalizing(fixture, reports)
          .revertedWithCustomError(fixture.rewards, "WrongSigner")
          .withArgs(member(2).address, member(9).address);
      });
    });

    describe("signed for something else", () => {
      const elsewhere: Record<string, (fixture: Fixture) => Partial<Reporting>> = {
        "another period": ({ period }) => ({ period: period - 1n }),
        "another chain": ({ domain }) => ({
          domain: { ...domain, chainId: domain.chainId + 1n } satisfies WalletDomain,
        }),
        "another contract": ({ domain, stranger }) => ({
          domain: { ...domain, verifyingContract: stranger.address } satisfies WalletDomain,
        }),
        "another configuration": () => {
          const configuration = configurationOf(5);
          configuration.pay = { ...configuration.pay, slashBps: 11n };
          return { configuration };
        },
      };
      for (const [what, change] of Object.entries(elsewhere)) {
        it(`is refused for ${what}`, async () => {
          const fixture = await loadFixture(periodOver);
          const other = signedReport({ ...fixture, ...change(fixture) }, 3, counts);
          const reports = await withReport(fixture, 3, other);
          await finalizing(fixture, reports).revertedWithCustomError(fixture.rewards, "WrongSigner");
        });
      }

      it("is refused for other data", async () => {
        const fixture = await loadFixture(periodOver);
        const { signature } = await signedReport(fixture, 3, counts);
        const data = encodeCounts(countList({ 1: 200_001n, 2: 300_000n }));
        const reports = await withReport(fixture, 3, { index: 3, data, signature });
        await finalizing(fixture, reports).revertedWithCustomError(fixture.rewards, "WrongSigner");
      });

      it("is refused in the next period once more", async () => {
        const fixture = await loadFixture(periodOver);
        const reports = await agreed(fixture, counts);
        await fixture.rewards.finalize(fixture.period, fixture.configuration, reports);
        await warpTo(fixture.end + 4n * WEEK);
        await expect(
          fixture.rewards.finalize(fixture.period + 1n, fixture.configuration, reports),
        ).to.be.revertedWithCustomError(fixture.rewards, "WrongSigner");
      });
    });

    describe("with a malformed signature", () => {
      it("is refused for a length other than 65 bytes", async () => {
        const fixture = await loadFixture(periodOver);
        const report = await signedReport(fixture, 0, counts);
        const compact = Signature.from(report.signature as string).compactSerialized;
        for (const [signature, length] of [
          [compact, 64n],
          ["0x", 0n],
          [concat([report.signature, "0x00"]), 66n],
        ] as const) {
          await finalizing(fixture, await withReport(fixture, 0, { ...report, signature }))
            .revertedWithCustomError(fixture.rewards, "ECDSAInvalidSignatureLength")
            .withArgs(length);
        }
      });

      it("is refused for zeros", async () => {
        const fixture = await loadFixture(periodOver);
        const report = await signedReport(fixture, 0, counts);
        const reports = await withReport(fixture, 0, { ...report, signature: `0x${"00".repeat(65)}` });
        await finalizing(fixture, reports).revertedWithCustomError(fixture.rewards, "ECDSAInvalidSignature");
      });

      it("is refused for the other s of the same signature", async () => {
        const fixture = await loadFixture(periodOver);
        const report = await signedReport(fixture, 0, counts);
        const { r, s, v } = Signature.from(report.signature as string);
        const other = toBeHex(N - BigInt(s), 32);
        const signature = concat([r, other, toBeHex(v === 27 ? 28 : 27)]);
        await finalizing(fixture, await withReport(fixture, 0, { ...report, signature }))
          .revertedWithCustomError(fixture.rewards, "ECDSAInvalidSignatureS")
          .withArgs(other);
      });
    });

    describe("with malformed data", () => {
      for (const length of [1, 11, 13, 23]) {
        it(`is refused for ${length} bytes`, async () => {
          const fixture = await loadFixture(periodOver);
          const data = dataSlice(encodeCounts(countList(counts)) + "00", 0, length);
          await finalizing(fixture, await withReport(fixture, 2, signedReport(fixture, 2, data)))
            .revertedWithCustomError(fixture.rewards, "WrongDataLength")
            .withArgs(2n, BigInt(length));
        });
      }

      for (const [name, data, error, ...values] of [
        ["wallet 0", entry(0, 1n), "UnknownWallet", 0n],
        ["a wallet that is not registered", entry(4, 1n), "UnknownWallet", 4n],
        ["the last wallet that there can be", entry(MAX_WALLET_ID, 1n), "UnknownWallet", BigInt(MAX_WALLET_ID)],
        ["a wallet twice", concat([entry(2, 1n), entry(2, 1n)]), "WalletOutOfOrder", 3n, 2n, 2n],
        ["wallets out of order", concat([entry(1, 1n), entry(3, 1n), entry(2, 1n)]), "WalletOutOfOrder", 3n, 2n, 3n],
        ["wallet 0 at the end", concat([entry(3, 1n), entry(0, 1n)]), "UnknownWallet", 0n],
      ] as const) {
        it(`is refused for ${name}`, async () => {
          const fixture = await loadFixture(periodOver);
          await finalizing(fixture, await withReport(fixture, 3, signedReport(fixture, 3, data)))
            .revertedWithCustomError(fixture.rewards, error)
            .withArgs(...values);
        });
      }

      it("is accepted with no entry", async () => {
        const fixture = await loadFixture(periodOver);
        const reports = await withReport(fixture, 3, signedReport(fixture, 3, "0x"));
        await finalizing(fixture, reports).not.reverted;
      });

      it("is accepted with the highest id and the largest count", async () => {
        const fixture = await loadFixture(periodOver);
        const data = entry(3, 2n ** 64n - 1n);
        const reports = await Promise.all([0, 1, 2, 3, 4].map((index) => signedReport(fixture, index, data)));
        await fixture.rewards.finalize(fixture.period, fixture.configuration, reports);
        expect(await fixture.rewards.owedTo(3n)).to.equal(300n * 10n ** 18n);
      });
    });
  });
});
