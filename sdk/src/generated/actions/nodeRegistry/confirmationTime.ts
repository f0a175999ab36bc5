// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** How long a place that was given by a call-up waits for a confirmation, whoever is displaced meanwhile. */
export function confirmationTime(connection: Connection): Promise<bigint> {
  return read(connection, nodeRegistry, "CONFIRMATION_TIME()", []);
}
