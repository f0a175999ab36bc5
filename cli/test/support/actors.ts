import { parseEther, type Wallet } from "ethers";
import type { TestChain } from "../../../sdk/test/support/chain.js";
import { rewards, staking, time } from "../../../sdk/src/index.js";
import { runCli, type RunOptions } from "./runCli.js";

/** An account of the chain that uses the command line, its key in the environment. */
export interface Actor {
  wallet: Wallet;
  address: string;
  /** Runs the command line as this account, against the test's chain. */
  run: (...argv: string[]) => ReturnType<typeof runCli>;
  /** The same with more to say about the terminal. */
  runWith: (options: RunOptions, ...argv: string[]) => ReturnType<typeof runCli>;
}

/** One of the chain's accounts, with tokens. */
export async function actor(chain: TestChain, options: { index?: number; tokens?: string } = {}): Promise<Actor> {
  const { index = 5, tokens = "1000" } = options;
  const wallet = chain.wallets[index]!;
  if (tokens !== "0") await chain.give(wallet.address, parseEther(tokens));
  const runWith = (more: RunOptions, ...argv: string[]) =>
    runCli(argv, {
      ...more,
      env: { STAKEWEIGHT_RPC_URL: chain.url, STAKEWEIGHT_PRIVATE_KEY: wallet.privateKey, ...more.env },
    });
  return { wallet, address: wallet.address, run: (...argv) => runWith({}, ...argv), runWith };
}

/** An account with a Locked position of 1,000 tokens. */
export async function staker(
  chain: TestChain,
  options: { index?: number; presetWeeks?: number; spare?: string } = {},
): Promise<Actor> {
  const { presetWeeks = 52, spare = "0", ...rest } = options;
  const amount = parseEther("1000");
  const someone = await actor(chain, { ...rest, tokens: String(1000 + Number(spare)) });
  const connection = await chain.connectAs(someone.wallet);
  for (const call of await staking.prepareStake(connection, { amount, presetWeeks })) {
    await (await call.send()).wait();
  }
  return someone;
}

/** Funds the week that comes next, and goes to its end. */
export async function passFundedWeek(chain: TestChain, amount: string): Promise<void> {
  const funder = await actor(chain, { index: 2, tokens: amount });
  const connection = await chain.connectAs(funder.wallet);
  const { end } = await time.nextPeriod(connection);
  const calls = await rewards.prepareFund(connection, { weekStart: end, amountPerWeek: parseEther(amount) });
  for (const call of calls) await (await call.send()).wait();
  await chain.warpTo(Number(end + time.WEEK));
}
