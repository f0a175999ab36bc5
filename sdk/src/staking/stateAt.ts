import type { Position } from "../generated/actions/stakeWeight/types.js";

/** The state of a position at a second, if it stays as it is until then. */
export function stateAt(position: Pick<Position, "amount" | "unlockEnd">, timestamp: bigint): Position["state"] {
  if (position.amount === 0n) return "None";
  if (position.unlockEnd === 0n) return "Locked";
  return timestamp < position.unlockEnd ? "Unlocking" : "Unlocked";
}
