// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Returns the identifier of an operation containing a single transaction. */
export function hashOperation(
  connection: Connection,
  options: { target: string; value: bigint | number; data: string; predecessor: string; salt: string },
): Promise<string> {
  return read(connection, timelock, "hashOperation(address,uint256,bytes,bytes32,bytes32)", [
    options.target,
    options.value,
    options.data,
    options.predecessor,
    options.salt,
  ]);
}
