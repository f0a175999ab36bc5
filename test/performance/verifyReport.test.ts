import { expect } from "chai";
import { keccak256, ZeroHash } from "ethers";
import { commitmentOf } from "../../scripts/performance/commitmentOf";
import { hashConfiguration } from "../../scripts/performance/hashConfiguration";
import { hashReport } from "../../scripts/performance/hashReport";
import { hashSeatedSet } from "../../scripts/performance/hashSeatedSet";
import {
  InvalidSignature,
  LatenciesWithoutSuccesses,
  MalleableSignature,
  NonMember,
  StaleConfiguration,
  SuccessesAboveProbes,
  WrongChain,
  WrongCommitment,
  WrongContract,
  WrongDataHash,
  WrongDataLength,
  WrongEpoch,
  WrongPhase,
  WrongSet,
  WrongSignatureLength,
  WrongSigner,
  ZeroSignature,
} from "../../scripts/performance/ReportError";
import { signReport } from "../../scripts/performance/signReport";
import { NO_DATA, Phase, type SignedReportEnvelope } from "../../scripts/performance/types";
import { type Expectation, verifyReport } from "../../scripts/performance/verifyReport";
import {
  addressOf,
  committee,
  configuration,
  domain,
  EPOCH_MEASURED,
  good,
  memberWallets,
  peersOf,
  seated,
  signedReport,
  walletOf,
} from "./fixture";
import { raises } from "./raises";
import { flipped } from "./signatures";

const set = seated(4);
const expected: Expectation = {
  domain,
  epoch: EPOCH_MEASURED,
  phase: Phase.One,
  set,
  configuration,
  reporters: committee,
};

function verify(envelope: SignedReportEnvelope, changed: Partial<Expectation> = {}) {
  return verifyReport({ envelope, expected: { ...expected, ...changed } });
}

/** A report with any data at all, rightly signed by the member of this index. */
async function signedData(data: string, member = 1): Promise<SignedReportEnvelope> {
  const { report } = await signedReport({ reporter: committee[member] });
  const signer = memberWallets[member]!;
  return signReport({ signer, domain, report: { ...report, dataHash: keccak256(data) }, data });
}

describe("verifyReport", () => {
  it("accepts what is right, and tells what it found", async () => {
    const envelope = await signedReport();
    const digest = hashReport(envelope);
    expect(verify(envelope)).to.deep.equal({
      reporter: committee[1],
      entries: [good, good, good, good],
      digest,
      commitment: commitmentOf({ digest, signature: envelope.signature }),
    });
  });

  it("accepts addresses and hashes in another case", async () => {
    const envelope = await signedReport();
    const { report } = envelope;
    const lower = { ...report, reporter: report.reporter.toLowerCase(), setHash: upper(report.setHash) };
    const contract = domain.contract.toLowerCase();
    expect(verify({ ...envelope, domain: { ...domain, contract }, report: lower }).reporter).to.equal(committee[1]);
  });

  it("refuses a report for another chain", async () => {
    const envelope = await signedReport({ domain: { ...domain, chainId: 10n } });
    raises(WrongChain, { expected: 31_337n, actual: 10n }, () => verify(envelope));
  });

  it("refuses a report for another contract", async () => {
    const contract = addressOf("another oracle");
    const envelope = await signedReport({ domain: { ...domain, contract } });
    raises(WrongContract, { expected: domain.contract, actual: contract }, () => verify(envelope));
  });

  it("takes a report for another chain that hides it for a wrong signer's", async () => {
    const envelope = await signedReport({ domain: { ...domain, chainId: 10n } });
    expect(() => verify({ ...envelope, domain })).to.throw(WrongSigner);
  });

  it("refuses a report on another epoch", async () => {
    const envelope = await signedReport({ epoch: EPOCH_MEASURED - 1n });
    raises(WrongEpoch, { expected: EPOCH_MEASURED, actual: EPOCH_MEASURED - 1n }, () => verify(envelope));
  });

  it("refuses a report for the other phase", async () => {
    const envelope = await signedReport({ phase: Phase.Two });
    raises(WrongPhase, { expected: Phase.One, actual: Phase.Two }, () => verify(envelope));
  });

  it("refuses a report on another set", async () => {
    const other = seated(4, 1);
    const envelope = await signedReport({ set: other });
    raises(WrongSet, { expected: hashSeatedSet(set), actual: hashSeatedSet(other) }, () => verify(envelope));
  });

  it("refuses a report on the same nodes in other seats", async () => {
    const envelope = await signedReport({ set: { ...set, active: 0b1110n, reserved: 1n } });
    expect(() => verify(envelope)).to.throw(WrongSet);
  });

  it("refuses a report by another configuration", async () => {
    const other = { ...configuration, pay: { ...configuration.pay, slashBps: 11n } };
    const envelope = await signedReport({ configuration: other });
    raises(StaleConfiguration, { expected: hashConfiguration(configuration), actual: hashConfiguration(other) }, () =>
      verify(envelope),
    );
  });

  it("refuses a report of a stranger", async () => {
    const signer = walletOf("stranger");
    const reporter = { ...committee[1]!, address: signer.address };
    const envelope = await signedReport({ reporter, signer });
    raises(NonMember, { reporter: signer.address }, () => verify(envelope));
  });

  it("refuses other data than what was signed", async () => {
    const envelope = await signedReport();
    const data = "0x" + "00".repeat(32);
    raises(WrongDataHash, { expected: envelope.report.dataHash, actual: keccak256(data) }, () =>
      verify({ ...envelope, data }),
    );
  });

  it("refuses data of another length", async () => {
    const envelope = await signedData("0x" + "00".repeat(31));
    raises(WrongDataLength, { length: 31, expected: 32 }, () => verify(envelope));
  });

  it("refuses more successes than probes", async () => {
    const envelope = await signedData("0x" + "00".repeat(8) + "0002000100000001" + "00".repeat(16));
    raises(SuccessesAboveProbes, { operator: set.operators[1]!, successes: 2n, probes: 1n }, () => verify(envelope));
  });

  it("refuses latencies without a success", async () => {
    const envelope = await signedData("0x" + "00".repeat(24) + "0000000100000001");
    raises(LatenciesWithoutSuccesses, { operator: set.operators[3]!, latencySumMs: 1n }, () => verify(envelope));
  });

  it("ignores what it says of the reporter's own node, also if it cannot be", async () => {
    for (const entry of ["0001000100000001", "0002000100000001", "0000000100000001"]) {
      const { entries } = verify(await signedData(`0x${entry}${"00".repeat(24)}`, 0));
      expect(entries).to.deep.equal([NO_DATA, NO_DATA, NO_DATA, NO_DATA]);
    }
  });

  it("refuses of another node what it ignores of the reporter's own", async () => {
    const envelope = await signedData(`0x00020001000000010002000100000001${"00".repeat(16)}`, 0);
    raises(SuccessesAboveProbes, { operator: set.operators[1]!, successes: 2n, probes: 1n }, () => verify(envelope));
  });

  it("refuses another's signature", async () => {
    const envelope = await signedReport({ signer: memberWallets[2] });
    const { address: reporter } = committee[1]!;
    raises(WrongSigner, { reporter, expected: reporter, actual: memberWallets[2]!.address }, () => verify(envelope));
  });

  it("refuses a signature for another report", async () => {
    const { signature } = await signedReport({ measurements: new Map() });
    const envelope = await signedReport();
    expect(() => verify({ ...envelope, signature })).to.throw(WrongSigner);
  });

  it("refuses the flipped form of the signature", async () => {
    const envelope = await signedReport();
    const { signature, s } = flipped(envelope.signature);
    raises(MalleableSignature, { s }, () => verify({ ...envelope, signature }));
  });

  it("refuses what is no signature", async () => {
    const envelope = await signedReport();
    raises(ZeroSignature, {}, () => verify({ ...envelope, signature: "0x" + "00".repeat(65) }));
    raises(WrongSignatureLength, { length: 64 }, () => verify({ ...envelope, signature: "0x" + "00".repeat(64) }));
    const signature = envelope.signature.slice(0, -2) + "00";
    raises(InvalidSignature, { signature }, () => verify({ ...envelope, signature }));
  });

  describe("in Phase 2", () => {
    const { keys, reporters } = peersOf(set);
    const ofPeers = { phase: Phase.Two, reporters };
    const reporter = reporters[1]!;

    function peerReport(signer = keys[1]) {
      return signedReport({ phase: Phase.Two, reporter, signer });
    }

    it("accepts what the node's key signed", async () => {
      expect(verify(await peerReport(), ofPeers).reporter).to.equal(reporter);
    });

    it("refuses another key's signature", async () => {
      const envelope = await peerReport(keys[2]);
      raises(WrongSigner, { reporter: reporter.address, expected: keys[1]!.address, actual: keys[2]!.address }, () =>
        verify(envelope, ofPeers),
      );
    });

    it("accepts what was committed to", async () => {
      const envelope = await peerReport();
      const { commitment } = verify(envelope, ofPeers);
      const commitments = new Map([[reporter.address.toLowerCase(), commitment]]);
      expect(verify(envelope, { ...ofPeers, commitments }).commitment).to.equal(commitment);
    });

    it("refuses what was not committed to", async () => {
      const envelope = await peerReport();
      const { commitment } = verify(envelope, ofPeers);
      const { address } = reporter;
      for (const [commitments, of] of [
        [new Map(), ZeroHash],
        [new Map([[address, ZeroHash]]), ZeroHash],
        [new Map([[address, keccak256("0x")]]), keccak256("0x")],
        [new Map([[reporters[2]!.address, commitment]]), ZeroHash],
      ] as const) {
        raises(WrongCommitment, { reporter: address, expected: of, actual: commitment }, () =>
          verify(envelope, { ...ofPeers, commitments }),
        );
      }
    });
  });
});

/** The digits of a hash as capitals. */
function upper(hash: string): string {
  return `0x${hash.slice(2).toUpperCase()}`;
}
