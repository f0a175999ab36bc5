// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** Writes what has become due: the opening of the epoch, ended confinements, promotions. Anyone may, nobody has to: every other call does it first. */
export function update(connection: Connection): Call<void> {
  return prepare(connection, nodeRegistry, "update()", []);
}
