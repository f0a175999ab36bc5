// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { stakeWeight } from "./contract.js";

/**
 * Back from Unlocking to Locked, which stops the decay at once; or, while Locked, a longer preset.
 *
 * Reverts with `InvalidPreset`, `NoActivePosition`, `PresetTooShort`, `PositionUnchanged` or EnforcedPause.
 *
 * @param options.presetWeeks - 4, 8, 12, 26, 52, 78 or 104, not less than the remaining lock time.
 */
export function relock(connection: Connection, options: { presetWeeks: bigint | number }): Call<void> {
  return prepare(connection, stakeWeight, "relock(uint256)", [options.presetWeeks]);
}
