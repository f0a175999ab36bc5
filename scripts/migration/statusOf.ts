import { ZeroAddress } from "ethers";
import type { Lock, LockStatus } from "./types";

export const WEEK = 604_800n;

/** As the bridge has them. */
const presets = [4n, 8n, 12n, 26n, 52n, 78n, 104n];
const MAX_WEEKS_AHEAD = 105n;

/** What the bridge's `statusOf` will answer, for a time when the legacy contract is not the bridge yet. */
export function statusOf(lock: Lock, state: { timestamp: number; hasPosition: boolean }): LockStatus {
  if (lock.amount <= 0n || lock.account === ZeroAddress) return "None";
  if (lock.transferredAmount !== lock.amount) return "NotBacked";
  if (lock.end === 0n) {
    if (!presets.includes(lock.presetWeeks)) return "NoPreset";
  } else {
    if (lock.end % WEEK !== 0n) return "EndNotWeekStart";
    if (lock.end / WEEK > BigInt(state.timestamp) / WEEK + MAX_WEEKS_AHEAD) return "EndTooLate";
  }
  return state.hasPosition ? "PositionExists" : "Ready";
}
