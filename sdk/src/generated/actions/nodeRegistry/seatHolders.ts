// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** @returns The operator of each of the 32 seats, zero for a free one; called-up and confined nodes hold seats, too. */
export function seatHolders(connection: Connection): Promise<string[]> {
  return read(connection, nodeRegistry, "seatHolders()", []);
}
