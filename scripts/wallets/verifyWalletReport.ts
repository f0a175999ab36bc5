import { dataLength, dataSlice, getAddress, isHexString, recoverAddress } from "ethers";
import { hashWalletReport } from "./hashWalletReport";
import type { WalletDomain, WalletReport } from "./WalletReport";

/** Whether the contract takes `signature` for the reporter's: 65 bytes, not malleable, v 27 or 28. */
export function verifyWalletReport(options: {
  domain: WalletDomain;
  report: WalletReport;
  signature: string;
}): boolean {
  const { domain, report, signature } = options;
  if (!isHexString(signature, true) || dataLength(signature) !== 65) return false;
  if (!["0x1b", "0x1c"].includes(dataSlice(signature, 64).toLowerCase())) return false;
  try {
    return recoverAddress(hashWalletReport({ domain, report }), signature) === getAddress(report.reporter);
  } catch {
    // No point of the curve, or the greater of the two values of s.
    return false;
  }
}
