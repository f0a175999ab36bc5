import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { setBalance } from "@nomicfoundation/hardhat-network-helpers";
import { ethers } from "hardhat";
import { dataSlice, id, parseEther } from "ethers";

/** The `index`-th of any number of further accounts, always the same ones. */
export async function impersonated(index: number): Promise<HardhatEthersSigner> {
  const address = dataSlice(id(`account ${index}`), 12);
  await setBalance(address, parseEther("100"));
  return ethers.getImpersonatedSigner(address);
}
