// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Returns the identifier of an operation containing a batch of transactions. */
export function hashOperationBatch(
  connection: Connection,
  options: {
    targets: readonly string[];
    values: readonly (bigint | number)[];
    payloads: readonly string[];
    predecessor: string;
    salt: string;
  },
): Promise<string> {
  return read(connection, timelock, "hashOperationBatch(address[],uint256[],bytes[],bytes32,bytes32)", [
    options.targets,
    options.values,
    options.payloads,
    options.predecessor,
    options.salt,
  ]);
}
