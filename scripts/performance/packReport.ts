import { getAddress } from "ethers";
import { NonMember } from "./ReportError";
import type { Reporter, SignedReport, SignedReportEnvelope } from "./types";

/** A report as the oracle takes it. Throws {@link NonMember} if it is of none of the reporters. */
export function packReport(options: { envelope: SignedReportEnvelope; reporters: readonly Reporter[] }): SignedReport {
  const { data, signature } = options.envelope;
  const address = getAddress(options.envelope.report.reporter);
  const reporter = options.reporters.find((candidate) => getAddress(candidate.address) === address);
  if (!reporter) throw new NonMember({ reporter: address });
  return { index: reporter.index, data, signature };
}
