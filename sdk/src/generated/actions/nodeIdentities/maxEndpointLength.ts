// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeIdentities } from "./contract.js";

/** The longest endpoint, in characters. */
export function maxEndpointLength(connection: Connection): Promise<bigint> {
  return read(connection, nodeIdentities, "MAX_ENDPOINT_LENGTH()", []);
}
