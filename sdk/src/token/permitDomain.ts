import { type TypedDataDomain, TypedDataEncoder } from "ethers";
import { contractOf, type Connection } from "../connection/Connection.js";
import { domainSeparator } from "../generated/actions/wct/domainSeparator.js";
import { eip712Domain } from "../generated/actions/wct/eip712Domain.js";
import { name } from "../generated/actions/wct/name.js";
import { ifThere } from "./ifThere.js";

/**
 * The EIP-712 domain that the token's permits are signed for: as the token tells it (ERC-5267), else its name and version 1.
 * Undefined if the token has no permits, or another domain than can be known.
 */
export async function permitDomain(connection: Connection): Promise<TypedDataDomain | undefined> {
  const separator = await ifThere(domainSeparator(connection));
  if (separator === undefined) return undefined;
  const told = await ifThere(eip712Domain(connection));
  const domain = told ? domainOf(told) : await usualDomain(connection);
  return TypedDataEncoder.hashDomain(domain) === separator ? domain : undefined;
}

/** Only what the bits of `fields` name is part of the domain. */
function domainOf(told: Awaited<ReturnType<typeof eip712Domain>>): TypedDataDomain {
  const fields = Number(told.fields);
  return {
    ...(fields & 1 ? { name: told.name } : {}),
    ...(fields & 2 ? { version: told.version } : {}),
    ...(fields & 4 ? { chainId: told.chainId } : {}),
    ...(fields & 8 ? { verifyingContract: told.verifyingContract } : {}),
    ...(fields & 16 ? { salt: told.salt } : {}),
  };
}

async function usualDomain(connection: Connection): Promise<TypedDataDomain> {
  return {
    name: await name(connection),
    version: "1",
    chainId: BigInt(connection.deployment.chainId),
    verifyingContract: contractOf(connection, "WCT").address,
  };
}
