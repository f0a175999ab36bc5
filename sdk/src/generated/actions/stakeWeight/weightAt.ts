// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** @returns Stake weight of `account` at the end of second `timestamp`, in wei, rounded down. A later time than now is projected from today's state. */
export function weightAt(
  connection: Connection,
  options: { account: string; timestamp: bigint | number },
): Promise<bigint> {
  return read(connection, stakeWeight, "weightAt(address,uint256)", [options.account, options.timestamp]);
}
