import type { TransactionReceipt } from "ethers";
import type { Call } from "../../src/index.js";
import type { TestChain } from "./chain.js";

/** Sends a call so that it is mined in this second, or in the one after the newest block's. */
export async function doAt(chain: TestChain, call: Call<unknown>, timestamp?: bigint): Promise<TransactionReceipt> {
  const second = timestamp ?? BigInt((await chain.now()) + 1);
  await chain.provider.send("evm_setNextBlockTimestamp", [Number(second)]);
  const receipt = await (await call.send()).wait();
  return receipt!;
}

/** Brings the chain to the second before this one, so that a permit signed now is valid then. */
export async function warpBefore(chain: TestChain, timestamp: bigint): Promise<void> {
  if (BigInt(await chain.now()) < timestamp - 1n) await chain.warpTo(Number(timestamp - 1n));
}
