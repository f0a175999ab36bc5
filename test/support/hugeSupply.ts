import { MaxUint256 } from "ethers";
import { ethers } from "hardhat";
import { WCT__factory } from "../../typechain-types";
import { MAX_AMOUNT } from "./amounts";
import { deployedOver } from "./deployedOver";

/** All contracts over a WCT of 2^256 − 1 wei, held by alice; bob has 2^96 − 1 wei. Both approved both contracts. */
export async function hugeSupply() {
  const [deployer, , , alice, bob] = await ethers.getSigners();
  const token = await new WCT__factory(deployer).deploy(alice!, MaxUint256);
  const contracts = await deployedOver(token);
  await token.connect(alice).transfer(bob!, MAX_AMOUNT);
  for (const holder of [alice!, bob!]) {
    await token.connect(holder).approve(contracts.stakeWeight, MaxUint256);
    await token.connect(holder).approve(contracts.distributor, MaxUint256);
  }
  return { ...contracts, token };
}
