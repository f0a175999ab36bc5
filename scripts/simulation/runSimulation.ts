import { HDNodeWallet, Mnemonic, Wallet } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { keepers, localRoles, operatorAccounts } from "../local/localAccounts";
import type { Actors } from "./Actors";
import { deploySimulation } from "./chain/deploySimulation";
import { SimulationChain } from "./chain/SimulationChain";
import { startAnvil, type Usage } from "./chain/startAnvil";
import { type Ending, Simulation } from "./Simulation";
import type { WeekOfRecord } from "./WeekOfRecord";

/** Sunday, 4 January 2026; the first week begins on the Thursday after. */
const START = Date.UTC(2026, 0, 4) / 1_000;
const SUPPLY = 10n ** 27n;

/** The accounts that every development chain has, as anvil makes them, too. */
const MNEMONIC = "test test test test test test test test test test test junk";
const PATH = "m/44'/60'/0'/0";

/** What a run is to be. */
export interface SimulationOptions {
  accounts: number;
  weeks: number;
  seed: number;
}

/** What a run was. */
export interface SimulationResult {
  simulation: Simulation;
  chain: SimulationChain;
  weeks: WeekOfRecord[];
  ending: Ending;
  /** What the EVM took; null where the system does not tell. */
  evmUsage: Usage | null;
}

/** Starts a local EVM, deploys everything to it, and lets a network live there. Throws a `Deviation`. */
export async function runSimulation(
  options: SimulationOptions & { onDeployed?: () => void; onWeek?: (week: WeekOfRecord) => void },
): Promise<SimulationResult> {
  const anvil = await startAnvil({ start: START });
  try {
    process.env.LOCAL_RPC_URL = anvil.url;
    process.env.HARDHAT_NETWORK = "localhost";
    // Only now: its configuration says where to deploy to.
    const { default: hre } = (await import("hardhat")) as unknown as { default: HardhatRuntimeEnvironment };
    const contracts = await deploySimulation(hre);
    options.onDeployed?.();
    await anvil.rpc.request("evm_setAutomine", false);
    const chain = new SimulationChain(anvil.rpc);
    const actors = actorsFor(options.accounts);
    const simulation = new Simulation({ ...options, chain, contracts, actors, start: START });
    await simulation.nodes.finalizations.rounds.prepare({ url: anvil.url });
    const weeks: WeekOfRecord[] = [];
    const ending = await simulation.run((week) => {
      weeks.push(week);
      options.onWeek?.(week);
    });
    return { simulation, chain, weeks, ending, evmUsage: anvil.usage() };
  } finally {
    anvil.stop();
  }
}

/** A small network has fewer operators, so that others stake as well. */
function actorsFor(accounts: number): Actors {
  const parent = HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(MNEMONIC), PATH);
  const wallet = (account: number) => new Wallet(parent.deriveChild(account).privateKey);
  const address = (account: number) => wallet(account).address.toLowerCase();
  const operators = operatorAccounts.slice(0, Math.floor(accounts / 2));
  return {
    treasury: address(localRoles.indexOf("deployer")),
    supply: SUPPLY,
    funder: address(localRoles.indexOf("funder")),
    registrar: address(keepers.registrar),
    guardian: address(keepers.guardian),
    certifier: address(keepers.certifier),
    committee: keepers.committee.map(wallet),
    operators: operators.map(address),
  };
}
