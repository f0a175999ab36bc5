import { Signature, type Signer } from "ethers";
import { keyOwnershipTypes, identitiesDomain } from "./typedData";
import type { Domain } from "./types";

/** The signature by which `key` proves to the NodeIdentities of `domain` that it belongs to `operator`. */
export async function signKeyOwnership(options: { key: Signer; domain: Domain; operator: string }): Promise<string> {
  const { key, domain, operator } = options;
  const signature = await key.signTypedData(identitiesDomain(domain), keyOwnershipTypes, { operator });
  // Some signers answer v as 0 or 1, which the chain does not take.
  return Signature.from(signature).serialized;
}
