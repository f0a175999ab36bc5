import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { deployments, network } from "hardhat";
import type { SimulationContracts } from "../../../scripts/simulation/chain/deploySimulation";
import type { Requests, RpcCall } from "../../../scripts/simulation/chain/Rpc";
import { SimulationChain } from "../../../scripts/simulation/chain/SimulationChain";
import { RewardModel } from "../../../scripts/simulation/model/RewardModel";
import { StakeModel } from "../../../scripts/simulation/model/StakeModel";
import { Treasury } from "../../../scripts/simulation/model/Treasury";
import {
  NodeIdentities__factory,
  NodeRegistry__factory,
  NodeRewards__factory,
  PerformanceOracle__factory,
  RewardDistributor__factory,
  StakeWeight__factory,
  WalletRewards__factory,
  WCT__factory,
} from "../../../typechain-types";
import { WCT } from "../../support/amounts";
import { funded } from "../../support/funded";
import { HOUR, now, WEEK, warpTo } from "../../support/time";

const REWARD = 1_000n * WCT + 1n;

/** The chain of this process, as the simulation talks to its own. */
const requests: Requests = {
  request: (...call) => send(call),
  batch: (calls) => Promise.all(calls.map(send)),
};

function send([method, ...parameters]: RpcCall): Promise<unknown> {
  return network.provider.send(method, parameters);
}

const PRESETS = [52, 104];
const amountOf = (account: number) => BigInt(account + 1) * 1_000n * WCT + 7n;

/**
 * Two positions, one of them Unlocking, the third account's votes given to the first, and a week's reward to be claimed. The
 * clock stands an hour after the end of that week.
 */
async function staked() {
  const fixture = await funded();
  const { token, stakeWeight, distributor, deployer, alice, bob, carol, operator, funder, thursday } = fixture;
  const people = [alice, bob, carol];
  const holders = [deployer, operator, funder, ...people].map(({ address }) => address);
  const balances = await Promise.all(holders.map(async (holder) => [holder, await token.balanceOf(holder)] as const));
  for (const [account, presetWeeks] of PRESETS.entries()) {
    await stakeWeight.connect(people[account]).stake(amountOf(account), presetWeeks);
  }
  await stakeWeight.connect(bob).initiateUnlock();
  const unlockedAt = Number(await now());
  await stakeWeight.connect(carol).delegate(alice);
  await distributor.connect(funder).fund(thursday, REWARD);
  await warpTo(thursday + WEEK + HOUR);
  await distributor.closeWeeks(10);
  return { ...fixture, people, balances, unlockedAt, contracts: await simulationContracts() };
}

/** {@link staked}, and models that have done the same; new ones each time, so that a test may spoil them. */
export async function mirrored() {
  const { balances, people, contracts, deployer, funder, stakeWeight, thursday, monday, unlockedAt } =
    await loadFixture(staked);
  const addresses = people.map(({ address }) => address.toLowerCase());
  const stakes = new StakeModel(people.length);
  const rewards = new RewardModel(stakes, Number(monday));
  const supply = balances.reduce((sum, [, balance]) => sum + balance, 0n);
  const treasury = new Treasury({ holder: deployer.address, supply, token: contracts.WCT });
  for (const [holder, balance] of balances)
    if (holder !== deployer.address) treasury.move(deployer.address, holder, balance);
  for (const [account, presetWeeks] of PRESETS.entries()) {
    stakes.stake(account, amountOf(account), presetWeeks);
    treasury.pay(addresses[account]!, "stakes", amountOf(account));
  }
  stakes.initiateUnlock(1, unlockedAt);
  stakes.delegate(2, 0);
  rewards.fund(Number(thursday), REWARD);
  treasury.pay(funder.address, "rewards", REWARD);
  const chain = new SimulationChain(requests);
  chain.now = Number(await now());
  rewards.advanceTo(chain.now);
  return { chain, contracts, addresses, stakes, rewards, treasury, deployer, stakeWeight };
}

async function simulationContracts(): Promise<SimulationContracts> {
  const factories = {
    WCT: WCT__factory,
    StakeWeight: StakeWeight__factory,
    RewardDistributor: RewardDistributor__factory,
    NodeIdentities: NodeIdentities__factory,
    NodeRegistry: NodeRegistry__factory,
    NodeRewards: NodeRewards__factory,
    PerformanceOracle: PerformanceOracle__factory,
    WalletRewards: WalletRewards__factory,
  };
  const entries = Object.entries(factories).map(async ([name, factory]) => {
    const { address } = await deployments.get(name);
    return [name, { address, interface: factory.createInterface() }];
  });
  return Object.fromEntries(await Promise.all(entries)) as SimulationContracts;
}
