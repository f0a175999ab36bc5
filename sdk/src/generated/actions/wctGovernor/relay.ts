// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** Relays a transaction or function call to an arbitrary target. In cases where the governance executor is some contract other than the governor itself, like when using a timelock, this function can be invoked in a governance proposal to recover tokens or Ether that was sent to the governor contract by mistake. Note that if the executor is simply the governor itself, use of `relay` is redundant. */
export function relay(
  connection: Connection,
  options: { target: string; value: bigint | number; data: string },
): Call<void> {
  return prepare(connection, wctGovernor, "relay(address,uint256,bytes)", [
    options.target,
    options.value,
    options.data,
  ]);
}
