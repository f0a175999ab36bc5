import type { Deployed } from "../chain/deploySimulation";
import type { SimulationChain } from "../chain/SimulationChain";
import { word } from "../chain/words";
import { type NodeState, nodeStatuses } from "./NodeState";

const WORDS = 7;

/** What the registry keeps of every node, as it is in the second of the newest block. */
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
