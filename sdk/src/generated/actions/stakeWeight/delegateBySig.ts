// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** Delegates votes from signer to `delegatee`. */
export function delegateBySig(
  connection: Connection,
  options: {
    delegatee: string;
    nonce: bigint | number;
    expiry: bigint | number;
    v: bigint | number;
    r: string;
    s: string;
  },
): Call<void> {
  return prepare(connection, stakeWeight, "delegateBySig(address,uint256,uint256,uint8,bytes32,bytes32)", [
    options.delegatee,
    options.nonce,
    options.expiry,
    options.v,
    options.r,
    options.s,
  ]);
}
