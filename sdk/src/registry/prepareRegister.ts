import type { Signer } from "ethers";
import { accountOf } from "../connection/accountOf.js";
import type { Connection } from "../connection/Connection.js";
import type { Call } from "../contract/Call.js";
import { register } from "../generated/actions/nodeRegistry/register.js";
import { signKeyOwnership } from "../identities/signKeyOwnership.js";

/**
 * Registers the node of the connection's account, which has to hold the position behind it. Its key signs that it belongs to
 * that operator; a key never changes hands.
 *
 * Throws `InvalidValueError` on a connection that names nobody, and what the key's signer refuses.
 */
export async function prepareRegister(
  connection: Connection,
  options: {
    /** Holds the key that will sign the node's reports. */
    keySigner: Pick<Signer, "getAddress" | "signTypedData">;
    /** Where the node answers: printable ASCII without blanks and capitals. */
    endpoint: string;
  },
): Promise<Call<void>> {
  const { keySigner, endpoint } = options;
  const operator = accountOf(connection);
  const keySignature = await signKeyOwnership(connection, { keySigner, operator });
  return register(connection, { key: await keySigner.getAddress(), endpoint, keySignature });
}
