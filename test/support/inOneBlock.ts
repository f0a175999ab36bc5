import { time } from "@nomicfoundation/hardhat-network-helpers";
import type { ContractTransactionReceipt, ContractTransactionResponse } from "ethers";
import { network } from "hardhat";

/** A transaction that takes the gas limit handed to it, so that several fit into a block. */
export type Send = (overrides: { gasLimit: bigint }) => Promise<ContractTransactionResponse>;

/** Mines the transactions in this order in one block at `timestamp`; all of them must succeed. */
export async function inOneBlock(timestamp: bigint, ...sends: Send[]): Promise<ContractTransactionReceipt[]> {
  await network.provider.send("evm_setAutomine", [false]);
  try {
    const responses: ContractTransactionResponse[] = [];
    for (const send of sends) responses.push(await send({ gasLimit: 2_000_000n }));
    await time.increaseTo(timestamp);
    const receipts: ContractTransactionReceipt[] = [];
    for (const response of responses) receipts.push((await response.wait())!);
    return receipts.sort((a, b) => a.index - b.index);
  } finally {
    await network.provider.send("evm_setAutomine", [true]);
  }
}
