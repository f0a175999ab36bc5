import { concat, Interface, type Provider } from "ethers";
import type { Deployment } from "hardhat-deploy/types";

/** Whether creating the recorded contract anew would give the very code that stands at its address, immutables included. */
export async function isDeployed(record: Deployment, provider: Provider): Promise<boolean> {
  const { address, abi, args = [], bytecode } = record;
  const code = await provider.getCode(address);
  if (bytecode === undefined || code === "0x") return false;
  return code === (await provider.call({ data: concat([bytecode, Interface.from(abi).encodeDeploy(args)]) }));
}
