// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeIdentities } from "./contract.js";

/** @returns The operator whose node answers, answered last or will answer at `endpoint`; zero if none. */
export function operatorOfEndpoint(connection: Connection, options: { endpoint: string }): Promise<string> {
  return read(connection, nodeIdentities, "operatorOfEndpoint(string)", [options.endpoint]);
}
