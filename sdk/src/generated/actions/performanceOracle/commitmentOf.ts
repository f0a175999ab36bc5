// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { performanceOracle } from "./contract.js";

/** @returns The commitment to a report: keccak256 of its digest and its signature, which keeps it secret until then. */
export function commitmentOf(connection: Connection, options: { digest: string; signature: string }): Promise<string> {
  return read(connection, performanceOracle, "commitmentOf(bytes32,bytes)", [options.digest, options.signature]);
}
