import { accountOf } from "../connection/accountOf.js";
import type { Connection } from "../connection/Connection.js";
import { pin } from "../connection/pin.js";
import { InvalidValueError } from "../errors/InvalidValueError.js";
import { paused } from "../generated/actions/stakeWeight/paused.js";
import { positionOf } from "../generated/actions/stakeWeight/positionOf.js";
import { totalStaked } from "../generated/actions/stakeWeight/totalStaked.js";
import type { Position } from "../generated/actions/stakeWeight/types.js";
import { stateAt } from "./stateAt.js";

/** What decides what an action does. */
export interface Situation {
  account: string;
  /** The second in which the action takes effect, unix seconds. */
  at: bigint;
  /** The position in that second. */
  position: Position;
  isPaused: boolean;
  /** How much more all positions together may hold, in wei. */
  room: bigint;
}

/** All positions together hold at most 2^96 − 1 wei. */
const MAX_STAKED = 2n ** 96n - 1n;

/** Reads the situation for a preview at one block. Throws {@link InvalidValueError} if `at` has passed. */
export async function readSituation(
  connection: Connection,
  options: { account?: string; at?: bigint | number },
): Promise<Situation> {
  const account = accountOf(connection, options.account);
  const pinned = await pin(connection);
  const at = options.at === undefined ? pinned.timestamp : BigInt(options.at);
  if (at < pinned.timestamp) throw new InvalidValueError("at", at, `${pinned.timestamp} (the chain's clock) or later`);
  const [position, isPaused, staked] = await Promise.all([
    positionOf(pinned, { account }),
    paused(pinned),
    totalStaked(pinned),
  ]);
  return {
    account,
    at,
    position: { ...position, state: stateAt(position, at) },
    isPaused,
    room: MAX_STAKED - staked,
  };
}
