// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";

/** The least preset of a node's position, in weeks. */
export function minPresetWeeks(connection: Connection): Promise<bigint> {
  return read(connection, nodeRegistry, "MIN_PRESET_WEEKS()", []);
}
