// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { performanceOracle } from "./contract.js";

/**
 * Commits the node of `operator` to its report of the running epoch; only the last one counts. For the operator or its node's key. Needed in Phase 2.
 *
 * Reverts with `NotNode`.
 *
 * @param options.commitment - `commitmentOf` of the report.
 */
export function commit(connection: Connection, options: { operator: string; commitment: string }): Call<void> {
  return prepare(connection, performanceOracle, "commit(address,bytes32)", [options.operator, options.commitment]);
}
