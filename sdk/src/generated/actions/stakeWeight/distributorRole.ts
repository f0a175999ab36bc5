// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/** May add to any position out of its own tokens, and collect stray tokens. For the RewardDistributor alone. */
export function distributorRole(connection: Connection): Promise<string> {
  return read(connection, stakeWeight, "DISTRIBUTOR_ROLE()", []);
}
