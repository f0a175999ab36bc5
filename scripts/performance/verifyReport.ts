import { getAddress, keccak256, ZeroHash } from "ethers";
import { commitmentOf } from "./commitmentOf";
import { decodeMeasurements } from "./decodeMeasurements";
import { hashConfiguration } from "./hashConfiguration";
import { hashReport } from "./hashReport";
import { hashSeatedSet } from "./hashSeatedSet";
import { recoverSigner } from "./recoverSigner";
import {
  NonMember,
  StaleConfiguration,
  WrongChain,
  WrongCommitment,
  WrongContract,
  WrongDataHash,
  WrongEpoch,
  WrongPhase,
  WrongSet,
  WrongSigner,
} from "./ReportError";
import type { Configuration, Domain, Entry, Phase, Reporter, SeatedSet, SignedReportEnvelope } from "./types";

/** What a report must be for. */
export interface Expectation {
  /** The oracle that is to take it. */
  domain: Domain;
  epoch: bigint;
  phase: Phase;
  set: SeatedSet;
  configuration: Configuration;
  reporters: readonly Reporter[];
  /** In Phase 2, once the epoch is over: what each operator committed to, by its address. */
  commitments?: ReadonlyMap<string, string>;
}

export interface VerifiedReport {
  reporter: Reporter;
  /** Per node of the set, in its order; no data on the reporter's own. */
  entries: Entry[];
  /** What was signed. */
  digest: string;
  commitment: string;
}

/**
 * Checks a report against all that is expected, in that order: what it was signed for, who reports, its data, its
 * signature, its commitment. Throws the {@link ReportError} of the first mismatch.
 */
export function verifyReport(options: { envelope: SignedReportEnvelope; expected: Expectation }): VerifiedReport {
  const { envelope, expected } = options;
  const { report, data, signature } = envelope;
  assertSameDomain(envelope.domain, expected.domain);
  if (report.epoch !== expected.epoch) throw new WrongEpoch({ expected: expected.epoch, actual: report.epoch });
  if (report.phase !== expected.phase) throw new WrongPhase({ expected: expected.phase, actual: report.phase });
  assertSameHash(WrongSet, hashSeatedSet(expected.set), report.setHash);
  assertSameHash(StaleConfiguration, hashConfiguration(expected.configuration), report.configurationHash);

  const reporter = expected.reporters.find(({ address }) => isSameAddress(address, report.reporter));
  if (!reporter) throw new NonMember({ reporter: report.reporter });

  assertSameHash(WrongDataHash, report.dataHash, keccak256(data));
  const entries = decodeMeasurements({ operators: expected.set.operators, data, reporter });

  const digest = hashReport({ domain: expected.domain, report });
  const signer = recoverSigner({ digest, signature });
  if (!isSameAddress(signer, reporter.signer)) {
    throw new WrongSigner({ reporter: reporter.address, expected: getAddress(reporter.signer), actual: signer });
  }

  const commitment = commitmentOf({ digest, signature });
  if (expected.commitments) assertCommitted(reporter.address, commitment, expected.commitments);
  return { reporter, entries, digest, commitment };
}

function assertSameDomain(actual: Domain, expected: Domain): void {
  if (actual.chainId !== expected.chainId) {
    throw new WrongChain({ expected: expected.chainId, actual: actual.chainId });
  }
  if (!isSameAddress(actual.contract, expected.contract)) {
    throw new WrongContract({ expected: expected.contract, actual: actual.contract });
  }
}

function assertSameHash(
  Mismatch: new (details: { expected: string; actual: string }) => Error,
  expected: string,
  actual: string,
): void {
  if (expected.toLowerCase() !== actual.toLowerCase()) throw new Mismatch({ expected, actual });
}

function assertCommitted(reporter: string, actual: string, commitments: ReadonlyMap<string, string>): void {
  const [, expected = ZeroHash] = [...commitments].find(([operator]) => isSameAddress(operator, reporter)) ?? [];
  if (expected.toLowerCase() !== actual) throw new WrongCommitment({ reporter, expected, actual });
}

function isSameAddress(one: string, other: string): boolean {
  return getAddress(one) === getAddress(other);
}
