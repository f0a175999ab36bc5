// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { performanceOracle } from "./contract.js";

/** @returns What the node of `operator` committed to for `epoch`, the running one or the one before; zero if nothing. */
export function commitmentAt(
  connection: Connection,
  options: { operator: string; epoch: bigint | number },
): Promise<string> {
  return read(connection, performanceOracle, "commitmentAt(address,uint256)", [options.operator, options.epoch]);
}
