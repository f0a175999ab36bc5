import type { ContractTransactionResponse, Provider, TransactionReceipt } from "ethers";

/** An ethers provider that also takes a development node's own methods. */
export interface DevProvider extends Provider {
  send(method: string, params: unknown[]): Promise<unknown>;
}

/** A transaction as it was mined, whether it succeeded or not. */
export interface MinedTransaction {
  receipt: TransactionReceipt;
  succeeded: boolean;
  /** What a failed one returned, "0x" if nothing. */
  revertData: string;
}

/** What a call to {@link DevChain.mine} has sent. */
type Send = () => Promise<ContractTransactionResponse>;

/** More than any operation needs, and within what a block and a transaction may use on any chain. */
export const GAS_LIMIT = 16_000_000n;

/**
 * A development node whose clock and blocks are under control: Hardhat's in-process network or a live node. Blocks are
 * mined on demand only, so that a transaction that fails is mined as well, like on any other chain.
 */
export class DevChain {
  constructor(readonly provider: DevProvider) {}

  /** The second of the newest block. */
  async now(): Promise<number> {
    return (await this.provider.getBlock("latest"))!.timestamp;
  }

  /** Runs `action` while no block is mined but by {@link mine}. */
  async withoutAutomine<T>(action: () => Promise<T>): Promise<T> {
    await this.provider.send("evm_setAutomine", [false]);
    try {
      return await action();
    } finally {
      await this.provider.send("evm_setAutomine", [true]);
    }
  }

  /** Mines one block, at second `timestamp` if given, with the transactions that `sends` send, and reads them back. */
  async mine(sends: Send[], timestamp?: number): Promise<{ blockNumber: number; transactions: MinedTransaction[] }> {
    const hashes: string[] = [];
    for (const send of sends) hashes.push((await send()).hash);
    await this.provider.send("evm_mine", timestamp === undefined ? [] : [timestamp]);
    const transactions = await Promise.all(hashes.map((hash) => this.#mined(hash)));
    const blockNumber = transactions[0]?.receipt.blockNumber ?? (await this.provider.getBlockNumber());
    return { blockNumber, transactions };
  }

  async #mined(hash: string): Promise<MinedTransaction> {
    const receipt = await this.provider.getTransactionReceipt(hash);
    if (!receipt) throw new Error(`transaction ${hash} was not mined: is another block pending?`);
    const succeeded = receipt.status === 1;
    return { receipt, succeeded, revertData: succeeded ? "0x" : await this.#revertDataOf(hash) };
  }

  async #revertDataOf(hash: string): Promise<string> {
    const options = { disableMemory: true, disableStack: true, disableStorage: true };
    const trace = (await this.provider.send("debug_traceTransaction", [hash, options])) as { returnValue: string };
    return trace.returnValue.startsWith("0x") ? trace.returnValue : `0x${trace.returnValue}`;
  }
}
