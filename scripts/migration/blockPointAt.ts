import type { BlockTag, Provider } from "ethers";
import type { BlockPoint } from "./types";
import { withRetries } from "../chain/withRetries";

/** A block that the node has, if need be soon. */
export function blockPointAt(provider: Provider, tag: BlockTag): Promise<BlockPoint> {
  return withRetries(async () => {
    const block = await provider.getBlock(tag);
    if (!block) throw new Error(`unknown block ${String(tag)}`);
    return { number: block.number, timestamp: block.timestamp };
  });
}
