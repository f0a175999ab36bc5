import { JsonRpcProvider, parseEther, Wallet } from "ethers";
import { RewardDistributor__factory, StakeWeight__factory, WCT__factory } from "../../typechain-types";
import type { Contracts } from "../chain/contracts";
import { DevChain } from "../chain/DevChain";
import { formatWct } from "../format/formatWct";
import { type ReplayedStep, replayScenario } from "../scenario/replayScenario";
import type { Scenario } from "../scenario/types";
import type { Connection } from "./formatConnection";
import { localRoles, type LocalRole } from "./localAccounts";
import { readReport, type Report } from "./readReport";
import type { NodeReady } from "./startNode";

/** What the guest receives to try things with. */
const GUEST_AMOUNT = parseEther("1000000");

/**
 * Replays a scenario on a local node, brings the chain's clock to the present, and reads back what became of it. `now`
 * tells the present in unix seconds.
 */
export async function runScenario(options: {
  url: string;
  node: NodeReady;
  scenario: Scenario;
  now: () => number;
  onStep: (replayed: ReplayedStep) => void;
}): Promise<{ report: Report; connection: Connection }> {
  const { url, node, scenario, now, onStep } = options;
  // Nothing is cached and nobody is waited for: blocks are mined on demand here.
  const provider = new JsonRpcProvider(url, undefined, { staticNetwork: true, cacheTimeout: -1, batchStallTime: 0 });
  try {
    const chain = new DevChain(provider);
    const addressOf = (name: string) => node.addresses[name]!;
    const contracts: Contracts = {
      token: WCT__factory.connect(addressOf("WCT"), provider),
      stakeWeight: StakeWeight__factory.connect(addressOf("StakeWeight"), provider),
      distributor: RewardDistributor__factory.connect(addressOf("RewardDistributor"), provider),
    };
    const wallets = node.accounts.map(({ privateKey }) => new Wallet(privateKey, provider));
    const role = (name: LocalRole) => wallets[localRoles.indexOf(name)]!;
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
    // From here on the node's clock goes on by itself, from the second of this block.
    const present = Math.max(now(), await chain.now());
    await chain.withoutAutomine(() =>
      chain.mine([() => contracts.token.connect(role("deployer")).transfer(role("guest"), GUEST_AMOUNT)], present),
    );
    const report = await readReport({
      contracts,
      chain,
      accounts: accounts.map(({ address }) => address),
      from: scenario.start,
    });
    const connection: Connection = {
      url,
      chainId: Number(await provider.send("eth_chainId", [])),
      addresses: {
        token: addressOf("WCT"),
        stakeWeight: addressOf("StakeWeight"),
        distributor: addressOf("RewardDistributor"),
        governor: addressOf("WCTGovernor"),
        timelock: addressOf("Timelock"),
        legacyStakeWeight: addressOf("LegacyStakeWeight"),
      },
      symbol: await contracts.token.symbol(),
      decimals: Number(await contracts.token.decimals()),
      accounts: node.accounts,
      scenarioAccounts: scenario.accounts,
      guestBalance: formatWct(await contracts.token.balanceOf(role("guest"))),
    };
    return { report, connection };
  } finally {
    provider.destroy();
  }
}
