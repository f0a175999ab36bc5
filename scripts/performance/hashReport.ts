import { TypedDataEncoder } from "ethers";
import { oracleDomain, reportTypes } from "./typedData";
import type { Domain, Report } from "./types";

/** What the reporter signs: the EIP-712 digest of the report, for the oracle of `domain`. */
export function hashReport({ domain, report }: { domain: Domain; report: Report }): string {
  return TypedDataEncoder.hash(oracleDomain(domain), reportTypes, report);
}
