import { accountOf } from "../connection/accountOf.js";
import type { Connection } from "../connection/Connection.js";
import { pin } from "../connection/pin.js";
import { delegates } from "../generated/actions/stakeWeight/delegates.js";
import { getVotes } from "../generated/actions/stakeWeight/getVotes.js";
import { weightAt } from "../generated/actions/stakeWeight/weightAt.js";

/** An account's votes at one block, in wei of stake weight. */
export interface Votes {
  /** What the account can vote with: its own weight unless delegated, and what was delegated to it, each rounded down. */
  votes: bigint;
  /** The weight of its own position, whoever votes with it. */
  own: bigint;
  /** Who votes with its own position: the account itself unless it chose another. */
  delegate: string;
}

/**
 * What an account can vote with, what its own position weighs, and who votes with that.
 *
 * @param options.account The connection's account by default.
 */
export async function getVotesOf(connection: Connection, options: { account?: string } = {}): Promise<Votes> {
  const account = accountOf(connection, options.account);
  const pinned = await pin(connection);
  const [votes, own, delegate] = await Promise.all([
    getVotes(pinned, { account }),
    weightAt(pinned, { account, timestamp: pinned.timestamp }),
    delegates(pinned, { account }),
  ]);
  return { votes, own, delegate };
}
