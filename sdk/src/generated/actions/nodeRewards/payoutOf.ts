// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { nodeRewards } from "./contract.js";

/** @returns Where the pay of `operator` goes: itself unless it chose another address. */
export function payoutOf(connection: Connection, options: { operator: string }): Promise<string> {
  return read(connection, nodeRewards, "payoutOf(address)", [options.operator]);
}
