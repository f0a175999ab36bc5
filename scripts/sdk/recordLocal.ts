import { keccak256 } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { deployLocal } from "../local/deployLocal";
import { products } from "./products";

/** A deployment as the SDK keeps it. */
interface Deployment {
  chainId: number;
  name: string;
  contracts: Record<string, { address: string; block: number; codeHash: string }>;
}

/** Deploys as `npm start` does, to the chain of this process, and records what stands where: the same on every machine. */
export async function recordLocal(hre: HardhatRuntimeEnvironment): Promise<Deployment> {
  const records = await deployLocal(hre);
  const contracts: Deployment["contracts"] = {};
  for (const { name, record = name } of products) {
    const deployed = records[record];
    if (!deployed) throw new Error(`no record of ${record}`);
    const code = await hre.ethers.provider.getCode(deployed.address);
    contracts[name] = {
      address: deployed.address,
      block: deployed.receipt?.blockNumber ?? 0,
      codeHash: keccak256(code),
    };
  }
  return { chainId: hre.network.config.chainId!, name: "local", contracts };
}
