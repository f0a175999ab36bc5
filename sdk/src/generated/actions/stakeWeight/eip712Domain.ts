// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** returns the fields and values that describe the domain separator used by this contract for EIP-712 signature. */
export function eip712Domain(
  connection: Connection,
): Promise<{
  fields: string;
  name: string;
  version: string;
  chainId: bigint;
  verifyingContract: string;
  salt: string;
  extensions: bigint[];
}> {
  return read(connection, stakeWeight, "eip712Domain()", []);
}
