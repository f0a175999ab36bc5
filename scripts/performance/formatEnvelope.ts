import { Phase, type SignedReportEnvelope } from "./types";

/** An envelope as JSON, as {@link parseEnvelope} reads it; numbers are strings of digits. */
export function formatEnvelope({ domain, report, data, signature }: SignedReportEnvelope): string {
  const { epoch, phase, reporter, setHash, configurationHash, dataHash } = report;
  return JSON.stringify({
    domain: { chainId: String(domain.chainId), contract: domain.contract },
    report: {
      epoch: String(epoch),
      phase: phase === Phase.One ? "One" : "Two",
      reporter,
      setHash,
      configurationHash,
      dataHash,
    },
    data,
    signature,
  });
}
