import type { TypedDataDomain, TypedDataField } from "ethers";
import type { Domain } from "./types";

/** What a reporter signs, by EIP-712. */
export const reportTypes: Record<string, TypedDataField[]> = {
  Report: [
    { name: "epoch", type: "uint256" },
    { name: "phase", type: "uint8" },
    { name: "reporter", type: "address" },
    { name: "setHash", type: "bytes32" },
    { name: "configurationHash", type: "bytes32" },
    { name: "dataHash", type: "bytes32" },
  ],
};

/** What a node's key signs, by EIP-712. */
export const keyOwnershipTypes: Record<string, TypedDataField[]> = {
  KeyOwnership: [{ name: "operator", type: "address" }],
};

export function oracleDomain({ chainId, contract }: Domain): TypedDataDomain {
  return { name: "WCT Performance Oracle", version: "1", chainId, verifyingContract: contract };
}

export function identitiesDomain({ chainId, contract }: Domain): TypedDataDomain {
  return { name: "WCT Node Identities", version: "1", chainId, verifyingContract: contract };
}
