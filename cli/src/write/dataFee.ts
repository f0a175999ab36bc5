import { Interface, JsonRpcApiProvider, type Provider, Transaction } from "ethers";
import type { Call } from "stakeweight-sdk";

/** The contract by which chains of the OP Stack tell what layer 1 charges for the data of a transaction. */
const GAS_PRICE_ORACLE = "0x420000000000000000000000000000000000000F";

const oracle = new Interface(["function getL1Fee(bytes unsignedTransaction) view returns (uint256)"]);

/** What a chain of the OP Stack would charge now for a call's data, beside its gas, in wei; 0 on any other chain. */
export async function dataFeeOf(
  provider: Provider,
  options: { call: Pick<Call<unknown>, "transaction">; gas: bigint },
): Promise<bigint> {
  const { to, data, chainId } = options.call.transaction;
  // Its length and its zeros count, so numbers of about the right size do.
  const fees = { maxFeePerGas: 1_000_000_000n, maxPriorityFeePerGas: 1_000_000n };
  const unsigned = Transaction.from({ type: 2, to, data, chainId, nonce: 255, gasLimit: options.gas, ...fees });
  const args = oracle.encodeFunctionData("getL1Fee", [unsigned.unsignedSerialized]);
  const answer = await provider.call({ to: GAS_PRICE_ORACLE, data: args });
  return answer === "0x" ? 0n : BigInt(answer);
}

/** What it did charge for a mined transaction, in wei; 0 on any other chain, and from a node that does not tell. */
export async function dataFeePaid(provider: Provider, hash: string): Promise<bigint> {
  if (!(provider instanceof JsonRpcApiProvider)) return 0n;
  try {
    // ethers keeps only what every chain has.
    const receipt: unknown = await provider.send("eth_getTransactionReceipt", [hash]);
    return BigInt((receipt as { l1Fee?: string } | null)?.l1Fee ?? 0n);
  } catch {
    // What is mined is mined, whatever it cost.
    return 0n;
  }
}
