// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/** @returns The token that is paid. */
export function token(connection: Connection): Promise<string> {
  return read(connection, nodeRewards, "token()", []);
}
