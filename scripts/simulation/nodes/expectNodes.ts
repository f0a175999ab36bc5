import type { SimulationContracts } from "../chain/deploySimulation";
import type { SimulationChain } from "../chain/SimulationChain";
import { expectSame } from "../Deviation";
import type { NodeModel } from "../model/NodeModel";
import type { NodeState } from "./NodeState";
import { readNodes } from "./readNodes";

/** What is compared of a node, by its name in a deviation. */
const parts = {
  status: "the status",
  registration: "the registration",
  isSeated: "whether it is seated",
  confirmBy: "the confirmation deadline",
  returnsAt: "the return",
  lastScore: "the last score",
} as const satisfies Record<keyof NodeState, string>;

/** Every node as the registry keeps it against the model, in the second of the newest block. Returns them. */
export async function expectNodes(options: {
  chain: SimulationChain;
  contracts: SimulationContracts;
  operators: readonly string[];
  model: NodeModel;
}): Promise<NodeState[]> {
  const { chain, contracts, operators, model } = options;
  const found = await readNodes({ chain, registry: contracts.NodeRegistry, operators });
  for (const [account, expected] of model.at(chain.now).entries()) {
    for (const [part, what] of Object.entries(parts) as [keyof NodeState, string][]) {
      expectSame(what, expected[part], found[account]![part], operators[account]);
    }
  }
  return found;
}
