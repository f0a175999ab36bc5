/** What answers at the RPC's URL is no node, or not one that can be used. */
export class NodeError extends Error {
  override readonly name = "NodeError";
}
