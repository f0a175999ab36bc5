export type ReportErrorCode =
  | "successesAboveProbes"
  | "latenciesWithoutSuccesses"
  | "valueOutOfRange"
  | "unknownNode"
  | "repeatedNode"
  | "wrongDataLength"
  | "wrongDataHash"
  | "wrongChain"
  | "wrongContract"
  | "wrongEpoch"
  | "wrongPhase"
  | "wrongSet"
  | "staleConfiguration"
  | "nonMember"
  | "wrongSignatureLength"
  | "zeroSignature"
  | "malleableSignature"
  | "invalidSignature"
  | "wrongSigner"
  | "wrongCommitment"
  | "duplicateReporter"
  | "malformedEnvelope";

/** A report cannot be built, or cannot be used. */
export abstract class ReportError extends Error {
  abstract readonly code: ReportErrorCode;
  /** The values that are wrong. */
  abstract readonly details: object;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** More probes of a node succeeded than were made. */
export class SuccessesAboveProbes extends ReportError {
  readonly code = "successesAboveProbes";

  constructor(readonly details: { operator: string; successes: bigint; probes: bigint }) {
    const { operator, successes, probes } = details;
    super(`${operator}: ${String(successes)} of ${String(probes)} probes succeeded`);
  }
}

/** A node has latencies, but no probe of it succeeded. */
export class LatenciesWithoutSuccesses extends ReportError {
  readonly code = "latenciesWithoutSuccesses";

  constructor(readonly details: { operator: string; latencySumMs: bigint }) {
    const { operator, latencySumMs } = details;
    super(`${operator}: latencies of ${String(latencySumMs)} ms without a successful probe`);
  }
}

/** A number does not fit its place in a report. */
export class ValueOutOfRange extends ReportError {
  readonly code = "valueOutOfRange";

  constructor(readonly details: { operator: string; field: string; value: bigint; max: bigint }) {
    const { operator, field, value, max } = details;
    super(`${operator}: ${field} must lie in 0..${String(max)}, is ${String(value)}`);
  }
}

/** A node was measured that is not in the seated set. */
export class UnknownNode extends ReportError {
  readonly code = "unknownNode";

  constructor(readonly details: { operator: string }) {
    super(`${details.operator} was not seated`);
  }
}

/** A node was measured twice. */
export class RepeatedNode extends ReportError {
  readonly code = "repeatedNode";

  constructor(readonly details: { operator: string }) {
    super(`${details.operator} has two measurements`);
  }
}

/** The data is not 8 bytes per node. */
export class WrongDataLength extends ReportError {
  readonly code = "wrongDataLength";

  constructor(readonly details: { length: number; expected: number }) {
    super(`the data has ${details.length} bytes instead of ${details.expected}`);
  }
}

/** The data is not what the report was signed with. */
export class WrongDataHash extends ReportError {
  readonly code = "wrongDataHash";

  constructor(readonly details: Mismatch) {
    super(`the data has the hash ${details.actual}, the report was signed with ${details.expected}`);
  }
}

/** What was wanted and what there is. */
interface Mismatch<Value = string> {
  expected: Value;
  actual: Value;
}

/** The report was signed for another chain. */
export class WrongChain extends ReportError {
  readonly code = "wrongChain";

  constructor(readonly details: Mismatch<bigint>) {
    super(`signed for chain ${String(details.actual)} instead of ${String(details.expected)}`);
  }
}

/** The report was signed for another contract. */
export class WrongContract extends ReportError {
  readonly code = "wrongContract";

  constructor(readonly details: Mismatch) {
    super(`signed for the contract ${details.actual} instead of ${details.expected}`);
  }
}

/** The report is on another epoch. */
export class WrongEpoch extends ReportError {
  readonly code = "wrongEpoch";

  constructor(readonly details: Mismatch<bigint>) {
    super(`reports on epoch ${String(details.actual)} instead of ${String(details.expected)}`);
  }
}

/** The report is for another phase. */
export class WrongPhase extends ReportError {
  readonly code = "wrongPhase";

  constructor(readonly details: Mismatch<bigint>) {
    super(`reports for Phase ${String(details.actual + 1n)} instead of Phase ${String(details.expected + 1n)}`);
  }
}

/** The report is on other nodes than those seated at the opening. */
export class WrongSet extends ReportError {
  readonly code = "wrongSet";

  constructor(readonly details: Mismatch) {
    super(`reports on the seated set ${details.actual} instead of ${details.expected}`);
  }
}

/** The report follows another configuration than the one in force. */
export class StaleConfiguration extends ReportError {
  readonly code = "staleConfiguration";

  constructor(readonly details: Mismatch) {
    super(`follows the configuration ${details.actual} instead of ${details.expected}`);
  }
}

/** Who reports is none of the reporters. */
export class NonMember extends ReportError {
  readonly code = "nonMember";

  constructor(readonly details: { reporter: string }) {
    super(`${details.reporter} is none of the reporters`);
  }
}

/** The signature does not have 65 bytes. */
export class WrongSignatureLength extends ReportError {
  readonly code = "wrongSignatureLength";

  constructor(readonly details: { length: number }) {
    super(`the signature has ${details.length} bytes instead of 65`);
  }
}

/** The signature is all zeros. */
export class ZeroSignature extends ReportError {
  readonly code = "zeroSignature";
  readonly details = {};

  constructor() {
    super("the signature is all zeros");
  }
}

/** The signature's s is high: it was made from another one, by somebody else. */
export class MalleableSignature extends ReportError {
  readonly code = "malleableSignature";

  constructor(readonly details: { s: bigint }) {
    super(`the signature's s, ${String(details.s)}, lies in the upper half of its range`);
  }
}

/** Nobody can have made the signature. */
export class InvalidSignature extends ReportError {
  readonly code = "invalidSignature";

  constructor(
    readonly details: { signature: string },
    options?: ErrorOptions,
  ) {
    super(`${details.signature} is no signature`, options);
  }
}

/** Somebody else than the reporter signed, or something else was signed. */
export class WrongSigner extends ReportError {
  readonly code = "wrongSigner";

  constructor(readonly details: { reporter: string } & Mismatch) {
    const { reporter, actual, expected } = details;
    super(`the report of ${reporter} was signed by ${actual} instead of ${expected}, or for something else`);
  }
}

/** The report is not the one that its reporter committed to; zero for none. */
export class WrongCommitment extends ReportError {
  readonly code = "wrongCommitment";

  constructor(readonly details: { reporter: string } & Mismatch) {
    const { reporter, actual, expected } = details;
    super(`${reporter} committed to ${expected}, its report has ${actual}`);
  }
}

/** There is another report of the same reporter already. If the digests differ, the reporter signed two different ones. */
export class DuplicateReporter extends ReportError {
  readonly code = "duplicateReporter";

  constructor(readonly details: { reporter: string; digest: string; firstDigest: string }) {
    const kind = details.digest === details.firstDigest ? "the same" : "a different";
    super(`${details.reporter} gave ${kind} report before`);
  }
}

/** What was received is no envelope of a report. */
export class MalformedEnvelope extends ReportError {
  readonly code = "malformedEnvelope";

  constructor(
    readonly details: { reason: string },
    options?: ErrorOptions,
  ) {
    super(`no envelope of a report: ${details.reason}`, options);
  }
}
