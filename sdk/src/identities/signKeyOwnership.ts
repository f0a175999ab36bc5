import { Signature, type Signer, type TypedDataDomain } from "ethers";
import { type Connection, contractOf } from "../connection/Connection.js";

const types = { KeyOwnership: [{ name: "operator", type: "address" }] };

/** The signature by which a key proves that it belongs to the node of `operator`, as `register` and `setKey` take it. */
export async function signKeyOwnership(
  connection: Connection,
  options: { keySigner: Pick<Signer, "signTypedData">; operator: string },
): Promise<string> {
  const { keySigner, operator } = options;
  // From the deployment, not from the node that answers: it must not choose what is signed.
  const domain: TypedDataDomain = {
    name: "WCT Node Identities",
    version: "1",
    chainId: connection.deployment.chainId,
    verifyingContract: contractOf(connection, "NodeIdentities").address,
  };
  const signature = await keySigner.signTypedData(domain, types, { operator });
  // Some signers answer v as 0 or 1, which the chain does not take.
  return Signature.from(signature).serialized;
}
