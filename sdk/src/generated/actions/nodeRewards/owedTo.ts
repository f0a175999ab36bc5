// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/** @returns What the node of `operator` has earned and not been paid, in wei. */
export function owedTo(connection: Connection, options: { operator: string }): Promise<bigint> {
  return read(connection, nodeRewards, "owedTo(address)", [options.operator]);
}
