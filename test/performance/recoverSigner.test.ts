import { expect } from "chai";
import { id } from "ethers";
import { recoverSigner } from "../../scripts/performance/recoverSigner";
import {
  InvalidSignature,
  MalleableSignature,
  WrongSignatureLength,
  ZeroSignature,
} from "../../scripts/performance/ReportError";
import { walletOf } from "./fixture";
import { raises } from "./raises";
import { flipped } from "./signatures";

const digest = id("a report");
const wallet = walletOf("member 1");
const { serialized: signature, compactSerialized } = wallet.signingKey.sign(digest);

function recover(signature: string) {
  return recoverSigner({ digest, signature });
}

describe("recoverSigner", () => {
  it("tells who signed", () => {
    expect(recover(signature)).to.equal(wallet.address);
  });

  it("tells somebody else for another digest", () => {
    expect(recoverSigner({ digest: id("another"), signature })).not.to.equal(wallet.address);
  });

  for (const [title, text, length] of [
    ["nothing", "0x", 0],
    ["the compact form", compactSerialized, 64],
    ["a byte too many", `${signature}00`, 66],
    ["zeros of another length", "0x" + "00".repeat(64), 64],
  ] as const) {
    it(`refuses ${title}`, () => {
      raises(WrongSignatureLength, { length }, () => recover(text));
    });
  }

  it("refuses zeros", () => {
    raises(ZeroSignature, {}, () => recover("0x" + "00".repeat(65)));
  });

  it("refuses the flipped form", () => {
    const other = flipped(signature);
    raises(MalleableSignature, { s: other.s }, () => recover(other.signature));
  });

  for (const [title, text] of [
    ["v as 0 or 1", signature.slice(0, -2) + "00"],
    ["an unknown v", signature.slice(0, -2) + "1d"],
    ["r = 0", "0x" + "00".repeat(32) + signature.slice(66)],
    ["s = 0", signature.slice(0, 66) + "00".repeat(32) + signature.slice(-2)],
    ["an r that is on no curve", "0x" + "ff".repeat(32) + signature.slice(66)],
    ["half a byte", `${signature}0`],
    ["what is not hexadecimal", "signed"],
  ] as const) {
    it(`refuses ${title}`, () => {
      raises(InvalidSignature, { signature: text }, () => recover(text));
    });
  }
});
