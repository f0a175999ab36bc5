import { expect } from "chai";
import { concat, id, N, Signature, toBeHex, verifyTypedData } from "ethers";
import { hashWalletReport } from "../../../scripts/wallets/hashWalletReport";
import { signWalletReport } from "../../../scripts/wallets/signWalletReport";
import { verifyWalletReport } from "../../../scripts/wallets/verifyWalletReport";
import { walletDomain } from "../../../scripts/wallets/walletDomain";
import { walletReportTypes } from "../../../scripts/wallets/WalletReport";
import { member } from "../../support/wallets";

const domain = { chainId: 10n, verifyingContract: "0x1111111111111111111111111111111111111111" };
const report = { period: 740n, reporter: member(0).address, configurationHash: id("c"), dataHash: id("d") };

async function signed(signer = member(0)) {
  return signWalletReport({ domain, report, signer });
}

describe("signWalletReport", () => {
  it("signs by EIP-712", async () => {
    expect(verifyTypedData(walletDomain(domain), walletReportTypes, report, await signed())).to.equal(report.reporter);
  });
});

describe("hashWalletReport", () => {
  it("depends on chain, contract and every field", () => {
    const digests = [
      hashWalletReport({ domain, report }),
      hashWalletReport({ domain: { ...domain, chainId: 1n }, report }),
      hashWalletReport({ domain: { ...domain, verifyingContract: member(1).address }, report }),
      hashWalletReport({ domain, report: { ...report, period: 741n } }),
      hashWalletReport({ domain, report: { ...report, reporter: member(1).address } }),
      hashWalletReport({ domain, report: { ...report, configurationHash: id("d") } }),
      hashWalletReport({ domain, report: { ...report, dataHash: id("c") } }),
    ];
    expect(new Set(digests).size).to.equal(digests.length);
  });
});

describe("verifyWalletReport", () => {
  it("accepts the reporter's signature", async () => {
    expect(verifyWalletReport({ domain, report, signature: await signed() })).to.equal(true);
  });

  it("accepts the reporter in lower case", async () => {
    const lower = { ...report, reporter: report.reporter.toLowerCase() };
    expect(verifyWalletReport({ domain, report: lower, signature: await signed() })).to.equal(true);
  });

  it("refuses another's signature", async () => {
    expect(verifyWalletReport({ domain, report, signature: await signed(member(1)) })).to.equal(false);
  });

  it("refuses a signature of something else", async () => {
    const signature = await signed();
    expect(verifyWalletReport({ domain, report: { ...report, period: 741n }, signature })).to.equal(false);
  });

  it("refuses what the contract refuses: short, long, other v, malleable, zeros, no hexadecimal", async () => {
    const { r, s, v, compactSerialized } = Signature.from(await signed());
    const malleable = concat([r, toBeHex(N - BigInt(s), 32), toBeHex(v === 27 ? 28 : 27)]);
    const bad = [
      compactSerialized,
      concat([r, s, "0x1b00"]),
      concat([r, s, toBeHex(v - 27, 1)]),
      malleable,
      `0x${"00".repeat(65)}`,
      `0x${"00".repeat(64)}1b`,
      "signature",
    ];
    for (const signature of bad) expect(verifyWalletReport({ domain, report, signature }), signature).to.equal(false);
  });
});
