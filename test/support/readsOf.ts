import type { BaseContract } from "ethers";
import { ethers } from "hardhat";

interface Trace {
  structLogs: { op: string }[];
}

/** How many times a view reads the storage. */
export async function readsOf(contract: BaseContract, method: string, args: unknown[]): Promise<number> {
  const call = { to: await contract.getAddress(), data: contract.interface.encodeFunctionData(method, args) };
  const options = { disableMemory: true, disableStack: true, disableStorage: true };
  const trace = (await ethers.provider.send("debug_traceCall", [call, "latest", options])) as Trace;
  return trace.structLogs.filter(({ op }) => op === "SLOAD").length;
}
