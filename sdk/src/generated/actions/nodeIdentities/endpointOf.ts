// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeIdentities } from "./contract.js";

/** @returns Where the node of `operator` answers in the running epoch; empty if it is not registered. */
export function endpointOf(connection: Connection, options: { operator: string }): Promise<string> {
  return read(connection, nodeIdentities, "endpointOf(address)", [options.operator]);
}
