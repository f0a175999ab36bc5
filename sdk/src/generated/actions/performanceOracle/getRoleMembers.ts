// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { performanceOracle } from "./contract.js";

/** Return all accounts that have `role` WARNING: This operation will copy the entire storage to memory, which can be quite expensive. This is designed to mostly be used by view accessors that are queried without any gas fees. Developers should keep in mind that this function has an unbounded cost, and using it as part of a state-changing function may render the function uncallable if the set grows to a point where copying to memory consumes too much gas to fit in a block. */
export function getRoleMembers(connection: Connection, options: { role: string }): Promise<string[]> {
  return read(connection, performanceOracle, "getRoleMembers(bytes32)", [options.role]);
}
