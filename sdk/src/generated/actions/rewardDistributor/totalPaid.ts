// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/** @returns Σ of all rewards ever paid, in wei. */
export function totalPaid(connection: Connection): Promise<bigint> {
  return read(connection, rewardDistributor, "totalPaid()", []);
}
