import { atBlock, type Connection } from "./Connection.js";

/** A connection that reads one block, however often it reads. */
export interface PinnedConnection extends Connection {
  readonly blockTag: number;
  /** Unix seconds of that block. */
  readonly timestamp: bigint;
}

/** The same connection, reading one block throughout: its own, or the newest one. */
export async function pin(connection: Connection): Promise<PinnedConnection> {
  const blockTag = connection.blockTag ?? "latest";
  const block = await connection.provider.getBlock(blockTag);
  if (!block) throw new TypeError(`the node knows no block ${String(blockTag)}`);
  return { ...atBlock(connection, block.number), blockTag: block.number, timestamp: BigInt(block.timestamp) };
}
