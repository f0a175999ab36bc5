import { PRESETS } from "../time/units.js";

/** Whether an unlock duration, in weeks, can be chosen. */
export function isPreset(presetWeeks: bigint): boolean {
  return PRESETS.some((preset) => preset === presetWeeks);
}
