// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Execute a ready operation containing a single transaction. Emits a `CallExecuted` event. Requirements: - the caller must have the 'executor' role. */
export function execute(
  connection: Connection,
  options: { target: string; value: bigint | number; payload: string; predecessor: string; salt: string },
): Call<void> {
  return prepare(connection, timelock, "execute(address,uint256,bytes,bytes32,bytes32)", [
    options.target,
    options.value,
    options.payload,
    options.predecessor,
    options.salt,
  ]);
}
