// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Schedule an operation containing a batch of transactions. Emits `CallSalt` if salt is nonzero, and one `CallScheduled` event per transaction in the batch. Requirements: - the caller must have the 'proposer' role. */
export function scheduleBatch(
  connection: Connection,
  options: {
    targets: readonly string[];
    values: readonly (bigint | number)[];
    payloads: readonly string[];
    predecessor: string;
    salt: string;
    delay: bigint | number;
  },
): Call<void> {
  return prepare(connection, timelock, "scheduleBatch(address[],uint256[],bytes[],bytes32,bytes32,uint256)", [
    options.targets,
    options.values,
    options.payloads,
    options.predecessor,
    options.salt,
    options.delay,
  ]);
}
