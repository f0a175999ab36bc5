import { type Block, type BlockTag, isError } from "ethers";
import { describeError } from "../errors/describeError.js";
import { NodeAnswerError } from "../errors/failures.js";
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
  const block = await blockOf(connection, blockTag);
  if (!block && blockTag === "latest") throw new NodeAnswerError(undefined);
  if (!block) throw new TypeError(`the node knows no block ${String(blockTag)}`);
  return { ...atBlock(connection, block.number), blockTag: block.number, timestamp: BigInt(block.timestamp) };
}

async function blockOf({ provider }: Connection, blockTag: BlockTag): Promise<Block | null> {
  try {
    return await provider.getBlock(blockTag);
  } catch (cause) {
    // ethers says so of a block that is none, too.
    const isAnswer = isError(cause, "INVALID_ARGUMENT") && cause.argument !== "blockTag";
    throw isAnswer ? new NodeAnswerError(undefined, { cause }) : describeError(cause);
  }
}
