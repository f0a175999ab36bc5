import { TypedDataEncoder } from "ethers";
import { keyOwnershipTypes, identitiesDomain } from "./typedData";
import type { Domain } from "./types";

/** What a key signs to prove that it belongs to `operator`, for the registry of `domain`. */
export function hashKeyOwnership({ domain, operator }: { domain: Domain; operator: string }): string {
  return TypedDataEncoder.hash(identitiesDomain(domain), keyOwnershipTypes, { operator });
}
