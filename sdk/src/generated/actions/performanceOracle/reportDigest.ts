// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { performanceOracle } from "./contract.js";
import type * as types from "./types.js";

/** @returns What the reporter signs: the EIP-712 digest of `report`. */
export function reportDigest(connection: Connection, options: { report: types.Report }): Promise<string> {
  return read(connection, performanceOracle, "reportDigest((uint256,uint8,address,bytes32,bytes32,bytes32))", [
    options.report,
  ]);
}
