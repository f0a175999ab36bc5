// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeIdentities } from "./contract.js";

/** @returns Where it answers from the next epoch on. */
export function nextEndpointOf(connection: Connection, options: { operator: string }): Promise<string> {
  return read(connection, nodeIdentities, "nextEndpointOf(address)", [options.operator]);
}
