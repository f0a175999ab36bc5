// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * Uses an ERC-2612 permit of the caller, to be batched with what spends it (see `Multicall`).
 *
 * Never reverts: a permit that was used up or is invalid leaves the allowance to decide.
 */
export function selfPermit(
  connection: Connection,
  options: { amount: bigint | number; deadline: bigint | number; v: bigint | number; r: string; s: string },
): Call<void> {
  return prepare(connection, stakeWeight, "selfPermit(uint256,uint256,uint8,bytes32,bytes32)", [
    options.amount,
    options.deadline,
    options.v,
    options.r,
    options.s,
  ]);
}
