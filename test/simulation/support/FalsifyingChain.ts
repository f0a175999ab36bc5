import { type Interface, toBeHex } from "ethers";
import type { SimulationContracts } from "../../../scripts/simulation/chain/deploySimulation";
import type { Requests } from "../../../scripts/simulation/chain/Rpc";
import {
  type Log,
  type Mined,
  SimulationChain,
  type Transaction,
} from "../../../scripts/simulation/chain/SimulationChain";
import { WEEK } from "../../../scripts/simulation/model/StakeModel";
import { word } from "../../../scripts/simulation/chain/words";

type ContractName = keyof SimulationContracts;

/** An answer that is not what the chain said. */
export interface FalseAnswer {
  contract: ContractName;
  call: string;
  /** Which word of it; the first if not given, from the end if negative. */
  word?: number;
  /** How much is added; 1 if not given. */
  added?: bigint;
  /** Of calls with an account, only this one's. */
  account?: string;
  /** Of calls with an account, only this contract's. */
  holder?: ContractName;
  /** Of calls with a time, only those. */
  time?: "past" | "now" | "later";
  /** Only the first time that it is asked. */
  isOnce?: boolean;
}

/** An event that is not what the chain emitted. */
export interface FalseEvent {
  contract: ContractName;
  event: string;
  /** Which word of its data is changed, by which amount; from the end if negative. */
  words?: readonly (readonly [index: number, added: bigint])[];
  /** With these arguments, after a finalization, though there was none. */
  made?: readonly unknown[];
}

/** What is told falsely. */
export interface FalseTelling {
  answers?: readonly FalseAnswer[];
  event?: FalseEvent;
  /** A transaction that is said to be refused, by its operation. */
  refused?: string;
}

const WORD_DIGITS = 64;
const SELECTOR_DIGITS = 10;

/** From here on a time is later than the next block. */
const LATER = 2 * WEEK;

/** A chain that does everything as it should and tells some of it falsely. */
export class FalsifyingChain extends SimulationChain {
  readonly #contracts: SimulationContracts;
  readonly #told: FalseTelling;
  readonly #asked = new Set<FalseAnswer>();

  constructor(rpc: Requests, contracts: SimulationContracts, told: FalseTelling) {
    super(rpc);
    this.#contracts = contracts;
    this.#told = told;
  }

  override async mine<T extends Transaction>(second: number, transactions: readonly T[]): Promise<Mined<T>[]> {
    const mined = await super.mine(second, transactions);
    const { event, refused } = this.#told;
    return mined.map((one) => ({
      ...one,
      succeeded: one.succeeded && one.transaction.operation !== refused,
      logs: event ? this.#falsify(event, one) : one.logs,
    }));
  }

  override async read(call: { to: string; data: string }): Promise<string> {
    return this.#changed(call, await super.read(call));
  }

  override async readWords(calls: readonly { to: string; data: string }[]): Promise<bigint[]> {
    const found = await super.readWords(calls);
    return found.map((value, index) => BigInt(this.#changed(calls[index]!, `0x${word(value)}`)));
  }

  override async readMany(contract: string, calls: readonly string[], words: number): Promise<bigint[][]> {
    const found = await super.readMany(contract, calls, words);
    return found.map((values, index) => {
      const data = `0x${values.map((value) => word(value)).join("")}`;
      return wordsOf(this.#changed({ to: contract, data: calls[index]! }, data));
    });
  }

  #changed(call: { to: string; data: string }, answer: string): string {
    let data = answer;
    for (const told of this.#told.answers ?? []) {
      if (!this.#concerns(told, call) || (told.isOnce && this.#asked.has(told))) continue;
      this.#asked.add(told);
      data = withAdded(data, told.word ?? 0, told.added ?? 1n);
    }
    return data;
  }

  #concerns({ contract, call: name, account, holder, time }: FalseAnswer, call: { to: string; data: string }): boolean {
    const { address, interface: coder } = this.#contracts[contract];
    const { selector } = coder.getFunction(name)!;
    if (call.to !== address || !call.data.startsWith(selector)) return false;
    const one = holder === undefined ? account : this.#contracts[holder].address;
    if (one !== undefined && !call.data.toLowerCase().includes(one.toLowerCase().slice(2))) return false;
    return time === undefined || this.#timeOf(call.data) === time;
  }

  /** Of the last argument; what is not far from the running week is now. */
  #timeOf(data: string): FalseAnswer["time"] {
    const asked = Number(`0x${data.slice(SELECTOR_DIGITS).slice(-WORD_DIGITS)}`);
    // Before the first block nobody asks for more than it.
    if (this.now === 0) return "now";
    if (asked > this.now) return asked > this.now + LATER ? "later" : "now";
    return asked > this.now - WEEK ? "now" : "past";
  }

  #falsify({ contract, event, words, made }: FalseEvent, mined: Mined): Log[] {
    const { address, interface: coder } = this.#contracts[contract];
    if (made)
      return mined.transaction.operation === "finalize"
        ? [...mined.logs, madeLog(address, coder, event, made)]
        : mined.logs;
    const { topicHash } = coder.getEvent(event)!;
    return mined.logs.map((log) => {
      if (log.address.toLowerCase() !== address.toLowerCase() || log.topics[0] !== topicHash) return log;
      const data = (words ?? []).reduce((text, [index, added]) => withAdded(text, index, added), log.data);
      return { ...log, data };
    });
  }
}

function madeLog(address: string, coder: Interface, event: string, args: readonly unknown[]): Log {
  const { data, topics } = coder.encodeEventLog(event, args);
  return { address, data, topics: topics.map(String) };
}

function wordsOf(data: string): bigint[] {
  return Array.from({ length: (data.length - 2) / WORD_DIGITS }, (_, index) =>
    BigInt(`0x${data.slice(2 + index * WORD_DIGITS, 2 + (index + 1) * WORD_DIGITS)}`),
  );
}

function withAdded(data: string, index: number, added: bigint): string {
  const words = wordsOf(data);
  const place = index < 0 ? words.length + index : index;
  return `0x${words.map((value, at) => toBeHex(at === place ? value + added : value, 32).slice(2)).join("")}`;
}
