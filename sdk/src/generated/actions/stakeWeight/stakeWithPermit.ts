// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * `stake` with an ERC-2612 permit of the caller over `amount` in place of an approval.
 *
 * A permit that somebody else used up in the meantime does no harm: what counts is the allowance.
 */
export function stakeWithPermit(
  connection: Connection,
  options: {
    amount: bigint | number;
    presetWeeks: bigint | number;
    deadline: bigint | number;
    v: bigint | number;
    r: string;
    s: string;
  },
): Call<void> {
  return prepare(connection, stakeWeight, "stakeWithPermit(uint256,uint256,uint256,uint8,bytes32,bytes32)", [
    options.amount,
    options.presetWeeks,
    options.deadline,
    options.v,
    options.r,
    options.s,
  ]);
}
