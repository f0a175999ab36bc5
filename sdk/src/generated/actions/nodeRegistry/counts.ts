// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** @returns `active`: The number of Active nodes now. `calledUp`: The number of nodes called up and not confirmed. `confined`: The number of Confined nodes now. `reserved`: The number of Reserved nodes now. */
export function counts(
  connection: Connection,
): Promise<{ active: bigint; reserved: bigint; confined: bigint; calledUp: bigint }> {
  return read(connection, nodeRegistry, "counts()", []);
}
