import { parseUnits } from "ethers";

const fees = { maxFeePerGas: parseUnits("100", "gwei"), maxPriorityFeePerGas: parseUnits("1", "gwei") };

/** What a transaction is sent with: gas, and the same fees for all, so that a block keeps the order in which they were sent. */
export function limit(gasLimit: bigint) {
  return { gasLimit, ...fees };
}
