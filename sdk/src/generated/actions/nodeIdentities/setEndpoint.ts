// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeIdentities } from "./contract.js";

/**
 * Changes the caller's endpoint from the next epoch on. The old one stays taken until the next change or the leaving; a change that is not in effect yet is forgotten.
 *
 * Reverts with `NotRegistered`, `InvalidEndpoint` or `EndpointTaken`.
 */
export function setEndpoint(connection: Connection, options: { endpoint: string }): Call<void> {
  return prepare(connection, nodeIdentities, "setEndpoint(string)", [options.endpoint]);
}
