import { accountOf } from "../connection/accountOf.js";
import type { Connection } from "../connection/Connection.js";
import type { Call } from "../contract/Call.js";
import { decodeResult, encodeCall } from "../contract/coding.js";
import { nodeRegistry } from "../generated/actions/nodeRegistry/contract.js";
import { multicall } from "../generated/actions/nodeRegistry/multicall.js";
import type { Node } from "../generated/actions/nodeRegistry/types.js";

const NODE_OF = "nodeOf(address)";

/**
 * What would be kept of the account's node right after a call of the registry: whether it would be Active or Reserved after
 * `confirm`, from when on it could return after `leave`. Nothing is sent.
 *
 * Throws what the call would be refused for, and `InvalidValueError` on a connection that names nobody.
 */
export async function previewNode(connection: Connection, options: { call: Call<unknown> }): Promise<Node> {
  const operator = accountOf(connection);
  const reading = encodeCall(nodeRegistry, NODE_OF, [operator]);
  // In one transaction, the second call reads what the first one wrote.
  const [, node] = await multicall(connection, { data: [options.call.data, reading] }).simulate();
  return decodeResult(nodeRegistry, NODE_OF, node!) as Node;
}
