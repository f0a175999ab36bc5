import type { Deployed } from "../chain/deploySimulation";
import type { SimulationChain } from "../chain/SimulationChain";
import { word } from "../chain/words";

/** In the order of the contract. */
export const nodeStatuses = ["None", "Standby", "Reserved", "Active", "Confined", "Deactivated"] as const;

export type NodeStatus = (typeof nodeStatuses)[number];

/** What the registry keeps of a node. */
export interface NodeState {
  status: NodeStatus;
  registration: bigint;
  isSeated: boolean;
  /** Of a called-up one; 0 otherwise. */
  confirmBy: number;
  returnsAt: number;
  lastScore: bigint | undefined;
}

const WORDS = 7;

/** Every node, as it is in the second of the newest block. */
export async function readNodes(options: {
  chain: SimulationChain;
  registry: Deployed;
  operators: readonly string[];
}): Promise<NodeState[]> {
  const { chain, registry, operators } = options;
  const selector = registry.interface.getFunction("nodeOf")!.selector;
  const nodes = await chain.readMany(
    registry.address,
    operators.map((operator) => selector + word(operator)),
    WORDS,
  );
  return nodes.map(([status, registration, isSeated, confirmBy, returnsAt, hasScore, lastScore]) => ({
    status: nodeStatuses[Number(status)]!,
    registration: registration!,
    isSeated: isSeated === 1n,
    confirmBy: Number(confirmBy),
    returnsAt: Number(returnsAt),
    lastScore: hasScore === 1n ? lastScore : undefined,
  }));
}

/** The node as it is at `second`, if nobody does anything until then: a confinement ends by itself. */
export function nodeAt(node: NodeState, second: number): NodeState {
  if (node.status !== "Confined" || second < node.returnsAt) return node;
  return { ...node, status: "Reserved", isSeated: true, returnsAt: 0 };
}
