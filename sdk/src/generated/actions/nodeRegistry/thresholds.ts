// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRegistry } from "./contract.js";
import type * as types from "./types.js";

/** @returns The thresholds of the last scored epoch, which promotions between finalizations follow. */
export function thresholds(connection: Connection): Promise<types.Thresholds> {
  return read(connection, nodeRegistry, "thresholds()", []);
}
