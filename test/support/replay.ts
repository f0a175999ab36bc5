import { ethers } from "hardhat";
import { DevChain } from "../../scripts/chain/DevChain";
import { type ReplayedStep, replayScenario } from "../../scripts/scenario/replayScenario";
import type { Scenario } from "../../scripts/scenario/types";
import type { deployed } from "./deployed";

/** Replays a scenario on the in-process network: the first account funds, the others act. */
export function replay(contracts: Awaited<ReturnType<typeof deployed>>, scenario: Scenario): Promise<ReplayedStep[]> {
  const [funder, ...accounts] = contracts.accounts;
  return replayScenario({
    scenario,
    contracts,
    chain: new DevChain(ethers.provider),
    accounts,
    funder: funder!,
    treasury: contracts.deployer,
  });
}
