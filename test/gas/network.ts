import { reset, time } from "@nomicfoundation/hardhat-network-helpers";
import { type ContractTransaction, MaxUint256, parseEther, type Signer, type TransactionResponse } from "ethers";
import { deployed } from "../support/deployed";
import { impersonated } from "../support/impersonated";

export const WEEK = 604_800;
export const DAY = 86_400;

/** When every measured chain begins, a Thursday 00:00 UTC: the same code costs the same gas on every run. */
export const START = 3_500 * WEEK;

const presets = [4, 8, 12, 26, 52, 78, 104];

/** Start of the week that is `index` weeks after the chain's first. */
export function week(index: number): number {
  return START + index * WEEK;
}

/** Gas of a whole transaction. */
export async function gasOf(transaction: Promise<TransactionResponse>): Promise<number> {
  const receipt = await (await transaction).wait();
  return Number(receipt!.gasUsed);
}

/** Gas of a view through the proxy, from the first cold read on: a transaction less what one costs before it runs. */
export async function gasOfView(signer: Signer, view: Promise<ContractTransaction>): Promise<number> {
  const selectorCost = 4 * 16;
  return (await gasOf(signer.sendTransaction(await view))) - 21_000 - selectorCost;
}

/** A fresh chain with `others` positions of all presets, a fifth of them Unlocking, and a dozen accounts ready to stake. */
export async function network(others: number) {
  await reset();
  await time.setNextBlockTimestamp(START);
  const contracts = await deployed();
  const { token, stakeWeight, distributor, accounts } = contracts;
  await token.approve(distributor, MaxUint256);
  for (let i = 0; i < others; ++i) {
    const account = await impersonated(i);
    await token.transfer(account, parseEther("1000"));
    await token.connect(account).approve(stakeWeight, MaxUint256);
    await stakeWeight.connect(account).stake(parseEther("1000") - BigInt(i), presets[i % presets.length]!);
    if (i % 5 === 0) await stakeWeight.connect(account).initiateUnlock();
  }
  for (const account of accounts.slice(0, 12)) {
    await token.transfer(account, parseEther("100000"));
    await token.connect(account).approve(stakeWeight, MaxUint256);
  }
  return contracts;
}
