import type { Signer } from "ethers";
import { walletDomain } from "./walletDomain";
import { type WalletDomain, type WalletReport, walletReportTypes } from "./WalletReport";

/** The reporter's signature, 65 bytes. */
export function signWalletReport(options: {
  domain: WalletDomain;
  report: WalletReport;
  signer: Signer;
}): Promise<string> {
  const { domain, report, signer } = options;
  return signer.signTypedData(walletDomain(domain), walletReportTypes, report);
}
