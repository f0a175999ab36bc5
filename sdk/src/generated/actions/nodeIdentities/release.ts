// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeIdentities } from "./contract.js";

/** Frees the endpoints of a node that was deactivated. Its keys stay its own. For the NodeRegistry. */
export function release(connection: Connection, options: { operator: string }): Call<void> {
  return prepare(connection, nodeIdentities, "release(address)", [options.operator]);
}
