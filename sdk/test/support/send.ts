import type { TransactionReceipt } from "ethers";
import type { Call } from "../../src/index.js";

/** Sends a call, and waits until it is mined. */
export async function send(call: Call<unknown>): Promise<TransactionReceipt> {
  const response = await call.send();
  return (await response.wait())!;
}
