import { keccak256, Signature, type Signer } from "ethers";
import { WrongDataHash } from "./ReportError";
import { oracleDomain, reportTypes } from "./typedData";
import type { Domain, Report, SignedReportEnvelope } from "./types";

/** Signs a report for the oracle of `domain`. Throws {@link WrongDataHash} if `data` is not the report's. */
export async function signReport(options: {
  signer: Signer;
  domain: Domain;
  report: Report;
  data: string;
}): Promise<SignedReportEnvelope> {
  const { signer, domain, report, data } = options;
  const dataHash = keccak256(data);
  if (dataHash !== report.dataHash) throw new WrongDataHash({ expected: report.dataHash, actual: dataHash });
  const signature = await signer.signTypedData(oracleDomain(domain), reportTypes, report);
  // Some signers answer v as 0 or 1, which the chain does not take.
  return { domain, report, data, signature: Signature.from(signature).serialized };
}
