// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Schedule an operation containing a single transaction. Emits `CallSalt` if salt is nonzero, and `CallScheduled`. Requirements: - the caller must have the 'proposer' role. */
export function schedule(
  connection: Connection,
  options: {
    target: string;
    value: bigint | number;
    data: string;
    predecessor: string;
    salt: string;
    delay: bigint | number;
  },
): Call<void> {
  return prepare(connection, timelock, "schedule(address,uint256,bytes,bytes32,bytes32,uint256)", [
    options.target,
    options.value,
    options.data,
    options.predecessor,
    options.salt,
    options.delay,
  ]);
}
