import { parseEther, Wallet } from "ethers";
import { type Connection, registry, staking, token } from "../../src/index.js";
import type { TestChain } from "./chain.js";
import { send } from "./send.js";

/** The accounts of the test chain, by their index (`scripts/local/localAccounts.ts`). */
export const accounts = { registrar: 40, guardian: 41, certifier: 42, operator: 50, otherOperator: 51, wallet: 75 };

/** Stakes for an account what a node needs, with the longest preset. Returns its connection. */
export async function stakeAs(chain: TestChain, index: number, amount = parseEther("100000")): Promise<Connection> {
  const connection = await chain.connectAs(chain.wallets[index]!);
  await chain.give(connection.account!, amount);
  const { address: spender } = connection.deployment.contracts.StakeWeight!;
  await send(token.approve(connection, { spender, value: amount }));
  await send(staking.stake(connection, { amount, presetWeeks: 52 }));
  return connection;
}

/** Lets the registrar put an operator on the allowlist of Phase 1. */
export async function allow(chain: TestChain, operator: string): Promise<void> {
  const registrar = await chain.connectAs(chain.wallets[accounts.registrar]!);
  await send(registry.setAllowed(registrar, { operator, allowed: true }));
}

/** Registers the node of an account that stakes for it. Returns its connection and the address of its key. */
export async function registerNode(
  chain: TestChain,
  options: { index?: number; amount?: bigint; endpoint?: string } = {},
): Promise<{ connection: Connection; operator: string; key: string; endpoint: string }> {
  const { index = accounts.operator, amount = parseEther("100000") } = options;
  const endpoint = options.endpoint ?? `https://node-${index}.example`;
  const connection = await stakeAs(chain, index, amount);
  const operator = connection.account!;
  await allow(chain, operator);
  const keySigner = Wallet.createRandom();
  await send(await registry.prepareRegister(connection, { keySigner, endpoint }));
  return { connection, operator, key: keySigner.address, endpoint };
}
