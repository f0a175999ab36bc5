import { dataLength, dataSlice, isHexString, recoverAddress } from "ethers";
import { InvalidSignature, MalleableSignature, WrongSignatureLength, ZeroSignature } from "./ReportError";

const SIGNATURE_BYTES = 65;

/** Half the order of secp256k1, rounded down. */
const GREATEST_S = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

/** Who signed `digest`. Throws a {@link ReportError} for every signature that the chain would refuse. */
export function recoverSigner({ digest, signature }: { digest: string; signature: string }): string {
  if (!isHexString(signature, true)) throw new InvalidSignature({ signature });
  const length = dataLength(signature);
  if (length !== SIGNATURE_BYTES) throw new WrongSignatureLength({ length });
  if (BigInt(signature) === 0n) throw new ZeroSignature();
  const s = BigInt(dataSlice(signature, 32, 64));
  if (s > GREATEST_S) throw new MalleableSignature({ s });
  const v = Number(dataSlice(signature, 64));
  if (v !== 27 && v !== 28) throw new InvalidSignature({ signature });
  try {
    return recoverAddress(digest, signature);
  } catch (cause) {
    throw new InvalidSignature({ signature }, { cause });
  }
}
