import { id, JsonRpcSigner, parseEther, Wallet } from "ethers";
import { type Connection, connect, identities, registry, staking, token } from "stakeweight-sdk";
import type { TestChain } from "../../../../sdk/test/support/chain.js";

/** Who lets operators register (`scripts/local/localAccounts.ts`). */
const REGISTRAR = 40;

interface Sendable {
  send(overrides?: { gasLimit: bigint }): Promise<{ wait(): Promise<unknown> }>;
}

/** Sends a call and waits for it. */
export async function mine(call: Sendable): Promise<void> {
  await (await call.send()).wait();
}

/** A wallet's node stands by, with so many tokens staked for a year. */
export async function standBy(chain: TestChain, wallet: Wallet, tokens = 100_000): Promise<string> {
  const operator = wallet.address;
  const amount = parseEther(String(tokens));
  const connection = await chain.connectAs(wallet);
  await chain.give(operator, amount);
  const { address: spender } = connection.deployment.contracts.StakeWeight!;
  await mine(token.approve(connection, { spender, value: amount }));
  await mine(staking.stake(connection, { amount, presetWeeks: 52 }));
  const registrar = await chain.connectAs(chain.wallets[REGISTRAR]!);
  await mine(registry.setAllowed(registrar, { operator, allowed: true }));
  const key = new Wallet(id(`key of ${operator}`));
  const keySignature = key.signingKey.sign(await identities.keyDigest(connection, { operator })).serialized;
  const endpoint = `https://${operator.slice(2, 12).toLowerCase()}.example`;
  await mine(registry.register(connection, { key: key.address, endpoint, keySignature }));
  return operator;
}

/** Acts in the oracle's name, which alone confines and proposes slashes. */
export async function asOracle(chain: TestChain): Promise<Connection> {
  const { provider } = chain;
  const { deployment } = await chain.connectAs(chain.wallets[0]!);
  const { address } = deployment.contracts.PerformanceOracle!;
  await provider.send("hardhat_impersonateAccount", [address]);
  await provider.send("hardhat_setBalance", [address, "0x8ac7230489e80000"]);
  return connect({ runner: new JsonRpcSigner(provider, address), deployment });
}
