import { TypedDataEncoder } from "ethers";
import { walletDomain } from "./walletDomain";
import { type WalletDomain, type WalletReport, walletReportTypes } from "./WalletReport";

/** The digest that the reporter signs. */
export function hashWalletReport(options: { domain: WalletDomain; report: WalletReport }): string {
  return TypedDataEncoder.hash(walletDomain(options.domain), walletReportTypes, options.report);
}
