// Lets a small network live once per falsification, and prints by name what each came to, as JSON. Run by a test.
import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { deploySimulation } from "../../../scripts/simulation/chain/deploySimulation";
import { startAnvil } from "../../../scripts/simulation/chain/startAnvil";
import { Simulation } from "../../../scripts/simulation/Simulation";
import { FalsifyingChain } from "./FalsifyingChain";
import { type Falsification, falsifications } from "./falsifications";
import { simulatedActors } from "./simulatedActors";

const START = Date.UTC(2026, 0, 4) / 1_000;
/** The accounts, how many of them are nodes, and the seed. */
const small = { accounts: 14, nodes: 5, seed: 1 };
const large = { accounts: 40, nodes: 20, seed: 5 };

async function main(): Promise<void> {
  const anvil = await startAnvil({ start: START });
  process.env.LOCAL_RPC_URL = anvil.url;
  process.env.HARDHAT_NETWORK = "localhost";
  const { default: hre } = (await import("hardhat")) as unknown as { default: HardhatRuntimeEnvironment };
  const contracts = await deploySimulation(hre);
  await anvil.rpc.request("evm_setAutomine", false);
  const live = async ({ weeks = 1, isLarge, told = {}, spoil, spoilEnd }: Falsification): Promise<string> => {
    const { nodes, ...network } = isLarge ? large : small;
    const actors = simulatedActors({ nodes });
    const chain = new FalsifyingChain(anvil.rpc, contracts, told);
    const simulation = new Simulation({ ...network, contracts, chain, actors, start: START, weeks });
    await simulation.nodes.finalizations.rounds.prepare({ url: anvil.url });
    const restore = spoil?.(simulation);
    try {
      await simulation.run(({ week }) => {
        if (week === weeks) spoilEnd?.(simulation);
      });
      return "as expected";
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    } finally {
      restore?.();
    }
  };

  const found: Record<string, string> = {};
  for (const [name, falsification] of Object.entries(falsifications)) {
    const snapshot = await anvil.rpc.request("evm_snapshot");
    found[name] = await live(falsification);
    await anvil.rpc.request("evm_revert", snapshot);
  }
  anvil.stop();
  process.stdout.write(`${JSON.stringify(found)}\n`);
}

void main().then(() => process.exit());
