import { type ReplayedStep, replayScenario } from "../scenario/replayScenario";
import type { Scenario } from "../scenario/types";
import type { LocalChain } from "./bindLocal";
import { localRoles } from "./localAccounts";
import { readReport, type Report } from "./readReport";

/** Replays a scenario on a local node and reads back what became of it. */
export async function runScenario(options: {
  local: LocalChain;
  scenario: Scenario;
  onStep: (replayed: ReplayedStep) => void;
}): Promise<Report> {
  const { local, scenario, onStep } = options;
  const { contracts, chain, wallets, role } = local;
  const accounts = wallets.slice(localRoles.length, localRoles.length + scenario.accounts);
  await replayScenario({
    scenario,
    contracts,
    chain,
    accounts,
    funder: role("funder"),
    treasury: role("deployer"),
    onStep,
  });
  return readReport({ contracts, chain, accounts: accounts.map(({ address }) => address), from: scenario.start });
}
