import { dataSlice, toBeHex } from "ethers";

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** The other signature of the same signer for the same digest, which anybody can make. */
export function flipped(signature: string): { signature: string; s: bigint } {
  const s = ORDER - BigInt(dataSlice(signature, 32, 64));
  const v = signature.endsWith("1b") ? "1c" : "1b";
  return { signature: dataSlice(signature, 0, 32) + toBeHex(s, 32).slice(2) + v, s };
}
