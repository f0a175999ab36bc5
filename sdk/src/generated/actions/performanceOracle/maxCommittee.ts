// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { performanceOracle } from "./contract.js";

/** The most reporters of Phase 1. */
export function maxCommittee(connection: Connection): Promise<bigint> {
  return read(connection, performanceOracle, "MAX_COMMITTEE()", []);
}
