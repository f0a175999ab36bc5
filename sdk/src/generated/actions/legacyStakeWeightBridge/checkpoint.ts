// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { legacyStakeWeightBridge } from "./contract.js";

/** Brings the recorded total up to now, for the legacy distributor, which calls this: the points of all Thursdays since the last one, at most 255, and one for now. A week takes about 75,000 gas. */
export function checkpoint(connection: Connection): Call<void> {
  return prepare(connection, legacyStakeWeightBridge, "checkpoint()", []);
}
