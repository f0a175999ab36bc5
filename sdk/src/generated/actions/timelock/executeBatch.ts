// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Execute a ready operation containing a batch of transactions. Emits one `CallExecuted` event per transaction in the batch. Requirements: - the caller must have the 'executor' role. */
export function executeBatch(
  connection: Connection,
  options: {
    targets: readonly string[];
    values: readonly (bigint | number)[];
    payloads: readonly string[];
    predecessor: string;
    salt: string;
  },
): Call<void> {
  return prepare(connection, timelock, "executeBatch(address[],uint256[],bytes[],bytes32,bytes32)", [
    options.targets,
    options.values,
    options.payloads,
    options.predecessor,
    options.salt,
  ]);
}
