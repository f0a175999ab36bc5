import { expect } from "chai";
import { AbstractSigner, keccak256, type TypedDataDomain, type TypedDataField, type Wallet } from "ethers";
import { ethers } from "hardhat";
import { buildReport } from "../../scripts/performance/buildReport";
import { hashKeyOwnership } from "../../scripts/performance/hashKeyOwnership";
import { hashReport } from "../../scripts/performance/hashReport";
import { recoverSigner } from "../../scripts/performance/recoverSigner";
import { WrongDataHash } from "../../scripts/performance/ReportError";
import { signKeyOwnership } from "../../scripts/performance/signKeyOwnership";
import { signReport } from "../../scripts/performance/signReport";
import { Phase } from "../../scripts/performance/types";
import { addressOf, committee, configuration, domain, EPOCH_MEASURED, seated, walletOf } from "./fixture";

const built = buildReport({
  epoch: EPOCH_MEASURED,
  phase: Phase.One,
  reporter: committee[1]!,
  set: seated(2),
  configuration,
  measurements: new Map(),
});

/** Stands for a device that answers v as 0 or 1. */
class ZeroBasedSigner extends AbstractSigner {
  constructor(private readonly wallet: Wallet) {
    super();
  }

  override connect(): never {
    throw new Error("unused");
  }

  override getAddress(): Promise<string> {
    return this.wallet.getAddress();
  }

  override signTransaction(): never {
    throw new Error("unused");
  }

  override signMessage(): never {
    throw new Error("unused");
  }

  override async signTypedData(
    domain: TypedDataDomain,
    types: Record<string, TypedDataField[]>,
    // As the base class has it.
    value: Parameters<AbstractSigner["signTypedData"]>[2],
  ): Promise<string> {
    const signature = await this.wallet.signTypedData(domain, types, value);
    return signature.slice(0, -2) + (signature.endsWith("1b") ? "00" : "01");
  }
}

describe("signReport", () => {
  it("signs with a wallet", async () => {
    const signer = walletOf("member 1");
    const envelope = await signReport({ signer, domain, ...built });
    expect(envelope).to.deep.include({ domain, report: built.report, data: built.data });
    expect(recoverSigner({ digest: hashReport(envelope), signature: envelope.signature })).to.equal(signer.address);
  });

  it("signs with an account of the chain", async () => {
    const signer = (await ethers.getSigners())[0]!;
    const envelope = await signReport({ signer, domain, ...built });
    expect(recoverSigner({ digest: hashReport(envelope), signature: envelope.signature })).to.equal(signer.address);
  });

  it("signs as the chain reads it whatever v the signer answers", async () => {
    const wallet = walletOf("member 1");
    const { signature } = await signReport({ signer: wallet, domain, ...built });
    const ofDevice = await signReport({ signer: new ZeroBasedSigner(wallet), domain, ...built });
    expect(ofDevice.signature).to.equal(signature);
  });

  it("refuses data that is not the report's", async () => {
    const data = "0x" + "00".repeat(15) + "01";
    await expect(signReport({ signer: walletOf("member 1"), domain, report: built.report, data })).to.be.rejectedWith(
      WrongDataHash,
      `the data has the hash ${keccak256(data)}, the report was signed with ${built.report.dataHash}`,
    );
  });
});

describe("signKeyOwnership", () => {
  const operator = addressOf("operator 0");

  it("signs that the key belongs to the operator", async () => {
    const key = walletOf("key");
    const signature = await signKeyOwnership({ key, domain, operator });
    expect(recoverSigner({ digest: hashKeyOwnership({ domain, operator }), signature })).to.equal(key.address);
  });

  it("signs nothing else", async () => {
    const key = walletOf("key");
    const signature = await signKeyOwnership({ key, domain, operator });
    for (const other of [
      { domain, operator: addressOf("operator 1") },
      { domain: { ...domain, chainId: 10n }, operator },
      { domain: { ...domain, contract: addressOf("another registry") }, operator },
    ]) {
      expect(recoverSigner({ digest: hashKeyOwnership(other), signature })).not.to.equal(key.address);
    }
  });
});
