import { isError, Signature, type Signer, verifyTypedData } from "ethers";
import type { Connection } from "../connection/Connection.js";
import { describeError } from "../errors/describeError.js";
import { nonces } from "../generated/actions/wct/nonces.js";
import { chainTime } from "../time/chainTime.js";
import { ifThere } from "./ifThere.js";
import { permitDomain } from "./permitDomain.js";

/** A signed ERC-2612 permit. */
export interface Permit {
  /** Until when it can be used, unix seconds. */
  deadline: bigint;
  v: number;
  r: string;
  s: string;
}

/** Seconds by the chain's clock for which a permit can be used. */
const LIFETIME = 3_600n;

const types = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

/**
 * Signs a permit for exactly `value` wei of the connection's account, usable for one hour by the chain's clock. Undefined if
 * the token has no permits (ERC-2612), or if nobody can sign here in a way that the token understands: a connection without a
 * signer, a signer that does not sign typed data, a contract's account.
 *
 * Throws what the signer throws if the owner refuses to sign.
 */
export async function signPermit(
  connection: Connection,
  options: { spender: string; value: bigint },
): Promise<Permit | undefined> {
  const { runner, account: owner } = connection;
  if (owner === undefined || !("signTypedData" in runner) || typeof runner.signTypedData !== "function")
    return undefined;
  const [domain, nonce] = await Promise.all([permitDomain(connection), ifThere(nonces(connection, { owner }))]);
  if (!domain || nonce === undefined) return undefined;
  const deadline = (await chainTime(connection)) + LIFETIME;
  const message = { owner, spender: options.spender, value: options.value, nonce, deadline };
  let signed: string;
  try {
    signed = await (runner as Signer).signTypedData(domain, types, message);
  } catch (error) {
    if (isError(error, "UNSUPPORTED_OPERATION")) return undefined;
    throw describeError(error);
  }
  return isSignedBy(owner, signed) ? { deadline, ...partsOf(signed) } : undefined;

  function isSignedBy(signer: string, signature: string): boolean {
    try {
      return verifyTypedData(domain!, types, message, signature) === signer;
    } catch {
      // The signature of a contract's account has a form of its own.
      return false;
    }
  }
}

function partsOf(signature: string): Pick<Permit, "v" | "r" | "s"> {
  const { v, r, s } = Signature.from(signature);
  return { v, r, s };
}
