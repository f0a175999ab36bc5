import { type Interface, type LogDescription, toQuantity } from "ethers";
import type { Requests, RpcCall } from "./Rpc";
import { decodeMulticall, encodeMulticall } from "./multicall";

/** More than any operation needs. */
const TRANSACTION_GAS = 16_000_000;
const READ_GAS = 1_000_000_000;

/** How many reads one call holds: larger ones pay for their memory. */
const READS_PER_CALL = 250;

/** A transaction to be sent. */
export interface Transaction {
  from: string;
  to: string;
  data: string;
  /** Under which name its gas is recorded. */
  operation: string;
}

/** An event as a receipt has it. */
export interface Log {
  address: string;
  topics: string[];
  data: string;
}

/** A transaction as it was mined. */
export interface Mined<T extends Transaction = Transaction> {
  transaction: T;
  succeeded: boolean;
  gasUsed: number;
  logs: Log[];
}

/** A contract that is read many times in one request. */
export interface MulticallContract {
  address: string;
  interface: Interface;
}

interface Receipt {
  status: string;
  gasUsed: string;
  transactionIndex: string;
  logs: Log[];
}

/** A local EVM under control: blocks at given seconds, transactions in a given order, reads by the thousand. */
export class SimulationChain {
  /** The second of the newest block. */
  now = 0;
  blocks = 0;
  transactions = 0;

  readonly #rpc: Requests;
  readonly #nonces = new Map<string, number>();

  constructor(rpc: Requests) {
    this.#rpc = rpc;
  }

  /** Mines one block at `second` with these transactions, in their order. */
  async mine<T extends Transaction>(second: number, transactions: readonly T[]): Promise<Mined<T>[]> {
    for (const transaction of transactions) await this.#send(transaction);
    await this.#rpc.request("evm_setNextBlockTimestamp", toQuantity(second));
    await this.#rpc.request("evm_mine");
    this.now = second;
    this.blocks += 1;
    this.transactions += transactions.length;
    if (transactions.length === 0) return [];
    const receipts = (await this.#rpc.request("eth_getBlockReceipts", "latest")) as Receipt[];
    if (receipts.length !== transactions.length) {
      throw new Error(`${receipts.length} of ${transactions.length} transactions were mined at ${second}`);
    }
    return transactions.map((transaction, index) => {
      const { status, gasUsed, logs } = receipts[index]!;
      return { transaction, succeeded: status === "0x1", gasUsed: Number(gasUsed), logs };
    });
  }

  /** One read of the newest block. */
  async read(call: { to: string; data: string }): Promise<string> {
    return (await this.#rpc.request(...readOf(call))) as string;
  }

  /** Reads that return one word each. */
  async readWords(calls: readonly { to: string; data: string }[]): Promise<bigint[]> {
    return (await this.#rpc.batch(calls.map(readOf))).map((answer) => BigInt(answer as string));
  }

  /** Reads of one contract, as calldata, that return `words` words each. */
  async readMany(contract: string, calls: readonly string[], words: number): Promise<bigint[][]> {
    const chunks: string[] = [];
    for (let first = 0; first < calls.length; first += READS_PER_CALL) {
      chunks.push(encodeMulticall(calls.slice(first, first + READS_PER_CALL)));
    }
    const answers = await this.#rpc.batch(chunks.map((data) => readOf({ to: contract, data })));
    return answers.flatMap((answer) => decodeMulticall(answer as string, words));
  }

  async #send({ from, to, data }: Transaction): Promise<void> {
    const nonce = this.#nonces.get(from) ?? Number(await this.#rpc.request("eth_getTransactionCount", from, "latest"));
    this.#nonces.set(from, nonce + 1);
    const transaction = { from, to, data, gas: toQuantity(TRANSACTION_GAS), gasPrice: "0x0", nonce: toQuantity(nonce) };
    await this.#rpc.request("eth_sendTransaction", transaction);
  }
}

/** The events of one contract among logs, decoded. */
export function eventsOf(contract: MulticallContract, logs: readonly Log[]): LogDescription[] {
  const own = contract.address.toLowerCase();
  return logs
    .filter(({ address }) => address.toLowerCase() === own)
    .flatMap((log) => contract.interface.parseLog(log) ?? []);
}

function readOf(call: { to: string; data: string }): RpcCall {
  const { to, data } = call;
  return ["eth_call", { to, data, gas: toQuantity(READ_GAS) }, "latest"];
}
