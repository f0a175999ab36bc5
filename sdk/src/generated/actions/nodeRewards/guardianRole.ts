// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/** May veto slashes. */
export function guardianRole(connection: Connection): Promise<string> {
  return read(connection, nodeRewards, "GUARDIAN_ROLE()", []);
}
