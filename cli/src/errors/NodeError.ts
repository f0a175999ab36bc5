/** The RPC node cannot be reached, or answers nonsense. */
export class NodeError extends Error {
  override readonly name = "NodeError";
}
