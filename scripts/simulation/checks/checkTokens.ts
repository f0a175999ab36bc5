import type { Deployed, SimulationContracts } from "../chain/deploySimulation";
import type { SimulationChain } from "../chain/SimulationChain";
import { word } from "../chain/words";
import { expectSame } from "../Deviation";
import { type Pool, pools, type Treasury } from "../model/Treasury";

/** In so many weeks the balance of every account is read once. */
export const BALANCE_ROUND = 8;

/**
 * The tokens of every contract, and of a part of all accounts that changes from week to week, or of all of them; and that no wei
 * came to be or was lost.
 */
export async function checkTokens(options: {
  chain: SimulationChain;
  contracts: SimulationContracts;
  treasury: Treasury;
  /** The number of the week; undefined for all accounts. */
  week?: number;
}): Promise<void> {
  const { chain, contracts, treasury, week } = options;
  const holderOf: Record<Pool, Deployed> = {
    stakes: contracts.StakeWeight,
    rewards: contracts.RewardDistributor,
    nodes: contracts.NodeRewards,
    wallets: contracts.WalletRewards,
  };
  const all = treasury.holders();
  const accounts = all.filter((_, index) => week === undefined || index % BALANCE_ROUND === week % BALANCE_ROUND);
  const holders = [
    ...pools.map((pool) => [pool, holderOf[pool].address] as const),
    ...accounts.map((one) => [one, one] as const),
  ];
  const { address: to, interface: coder } = contracts.WCT;
  const selector = coder.getFunction("balanceOf")!.selector;
  const balances = await chain.readWords(holders.map(([, address]) => ({ to, data: selector + word(address) })));
  for (const [index, [name]] of holders.entries()) {
    expectSame("the tokens", treasury.balanceOf(name), balances[index], name);
  }
  const sum = [...pools, ...all].reduce((total, holder) => total + treasury.balanceOf(holder), 0n);
  expectSame("all tokens", treasury.supply, sum);
}
