import { accountOf } from "../connection/accountOf.js";
import type { Connection } from "../connection/Connection.js";
import { pin } from "../connection/pin.js";
import { delegates } from "../generated/actions/stakeWeight/delegates.js";
import { getVotes } from "../generated/actions/stakeWeight/getVotes.js";
import { heldOf } from "../generated/actions/stakeWeight/heldOf.js";
import { positionOf } from "../generated/actions/stakeWeight/positionOf.js";
import type { Position } from "../generated/actions/stakeWeight/types.js";
import { weightAt } from "../generated/actions/stakeWeight/weightAt.js";
import { remainingAt } from "./remainingAt.js";

/** All there is to know of an account's stake, at one block. Amounts and weights in wei, times in unix seconds. */
export interface StakeDetails {
  account: string;
  position: Position;
  weight: bigint;
  /** Remaining lock time in seconds: the preset while Locked, what is left while Unlocking, else 0. */
  remaining: bigint;
  /** From when on the position can be withdrawn; undefined while Locked and without a position. */
  withdrawableAt: bigint | undefined;
  /** How much of the amount is held back for a slash. */
  held: bigint;
  /** Who votes with the position: the account itself unless it chose another. */
  delegate: string;
  /** What the account can vote with now: its own weight unless delegated, and what was delegated to it. */
  votes: bigint;
}

/**
 * An account's position with its weight, times, votes, and what is held back, all of one block.
 *
 * @param options.account The connection's account by default.
 */
export async function getStake(connection: Connection, options: { account?: string } = {}): Promise<StakeDetails> {
  const account = accountOf(connection, options.account);
  const pinned = await pin(connection);
  const [position, weight, held, delegate, votes] = await Promise.all([
    positionOf(pinned, { account }),
    weightAt(pinned, { account, timestamp: pinned.timestamp }),
    heldOf(pinned, { account }),
    delegates(pinned, { account }),
    getVotes(pinned, { account }),
  ]);
  return {
    account,
    position,
    weight,
    remaining: remainingAt(position, pinned.timestamp),
    withdrawableAt: position.unlockEnd === 0n ? undefined : position.unlockEnd,
    held,
    delegate,
    votes,
  };
}
