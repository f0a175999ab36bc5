// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** @returns Whether `operator` may open and add to the position of `owner`. */
export function isOperator(connection: Connection, options: { owner: string; operator: string }): Promise<boolean> {
  return read(connection, stakeWeight, "isOperator(address,address)", [options.owner, options.operator]);
}
