// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** May open positions for others out of its own tokens, with the terms of legacy locks, and add to any. For the LegacyStakeWeightBridge alone, while there is something to migrate. */
export function migratorRole(connection: Connection): Promise<string> {
  return read(connection, stakeWeight, "MIGRATOR_ROLE()", []);
}
