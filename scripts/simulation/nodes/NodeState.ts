/** In the order of the contract. */
export const nodeStatuses = ["None", "Standby", "Reserved", "Active", "Confined", "Deactivated"] as const;

export type NodeStatus = (typeof nodeStatuses)[number];

/** What is known of a node. */
export interface NodeState {
  status: NodeStatus;
  registration: bigint;
  isSeated: boolean;
  /** Of a called-up one; 0 otherwise. */
  confirmBy: number;
  returnsAt: number;
  lastScore: bigint | undefined;
}

/** The node as it is at `second`, if nobody does anything until then: a confinement ends by itself. */
export function nodeAt(node: NodeState, second: number): NodeState {
  if (node.status !== "Confined" || second < node.returnsAt) return node;
  return { ...node, status: "Reserved", isSeated: true, returnsAt: 0 };
}
