import type { Connection } from "../connection/Connection.js";
import { pin } from "../connection/pin.js";
import type { Offence } from "../generated/actions/nodeRewards/types.js";
import { readEvents } from "../history/readEvents.js";

/** A slash that was neither executed nor vetoed yet. */
export interface PendingSlash {
  readonly operator: string;
  /** The epoch of the offence, days since 1970. */
  readonly epoch: bigint;
  readonly offence: Offence;
  /** What is held back of the position, in wei. */
  readonly amount: bigint;
  /** Unix seconds: from then on anyone can execute it; it can be vetoed only before. */
  readonly dueAt: bigint;
  /** Whether it can be executed now. */
  readonly isDue: boolean;
}

/** The pending slashes, the first that is due first, all as of one block. */
export async function listSlashes(
  connection: Connection,
  options: {
    /** Only those of this node. */
    operator?: string;
  } = {},
): Promise<PendingSlash[]> {
  const pinned = await pin(connection);
  const { timestamp } = pinned;
  const filter = { contract: "NodeRewards", args: options } as const;
  const [proposed, executed, vetoed] = await Promise.all([
    readEvents(pinned, { ...filter, event: "SlashProposed" }),
    readEvents(pinned, { ...filter, event: "SlashExecuted" }),
    readEvents(pinned, { ...filter, event: "SlashVetoed" }),
  ]);
  // Of each operator, epoch and offence there is never more than one slash.
  const done = new Set([...executed, ...vetoed].map(({ args }) => nameOf(args)));
  return proposed
    .map(({ args }) => args)
    .filter((slash) => !done.has(nameOf(slash)))
    .map((slash) => ({ ...slash, isDue: slash.dueAt <= timestamp }))
    .sort((one, other) => Number(one.dueAt - other.dueAt));
}

function nameOf({ operator, epoch, offence }: Pick<PendingSlash, "operator" | "epoch" | "offence">): string {
  return [operator, epoch, offence].join();
}
