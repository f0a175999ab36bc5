import { Interface, type Log, type Provider } from "ethers";
import { type Deployment, nodeRewards, UnknownContractError } from "stakeweight-sdk";
import { nodeRegistryAbi, nodeRewardsAbi } from "stakeweight-sdk/abi";
import type { Head } from "../rpc/HeadGuard.js";
import { RpcFailure } from "../rpc/RpcFailure.js";
import { applyEvent, type LedgerEvent, ledgerEvents, LedgerState } from "./LedgerState.js";

/** How many blocks are asked for at once at first, and at most. */
const MAX_RANGE = 50_000;

/** After so many ranges in a row that were answered, one twice as long is tried. */
const ANSWERS_TO_GROW = 8;

interface Source {
  address: string;
  abi: Interface;
}

/**
 * Follows the events of nodes and slashes. What lies deep enough below the head is read once and kept; the last blocks, which
 * a reorganization may still replace, are read anew each time. If what was kept turns out to be of another chain of blocks,
 * everything is read again.
 */
export class EventLedger {
  readonly #provider: Provider;
  readonly #sources: Source[];
  readonly #topics: string[];
  readonly #firstBlock: number;
  readonly #reorgDepth: number;
  #kept = new LedgerState();
  /** The last block whose events are kept, and the hash of one at or below it that was seen last. */
  #keptTo: number;
  #anchor: { number: number; hash: string } | undefined;
  /** Halved with each refusal, doubled after some answers: not every refusal is for the range. */
  #range = MAX_RANGE;
  #answers = 0;

  constructor(options: { provider: Provider; deployment: Deployment; reorgDepth: number }) {
    const { provider, deployment, reorgDepth } = options;
    const { NodeRegistry: registry, NodeRewards: rewards } = deployment.contracts;
    if (!registry) throw new UnknownContractError("NodeRegistry", deployment.chainId);
    if (!rewards) throw new UnknownContractError("NodeRewards", deployment.chainId);
    this.#provider = provider;
    this.#sources = [
      { address: registry.address, abi: new Interface(nodeRegistryAbi) },
      { address: rewards.address, abi: new Interface(nodeRewardsAbi) },
    ];
    this.#topics = this.#sources.flatMap(({ abi }) =>
      ledgerEvents.flatMap((name) => abi.getEvent(name)?.topicHash ?? []),
    );
    this.#firstBlock = Math.min(registry.block, rewards.block);
    this.#keptTo = this.#firstBlock - 1;
    this.#reorgDepth = reorgDepth;
  }

  /** The last block whose events are kept for good. */
  get keptTo(): number {
    return this.#keptTo;
  }

  /** Reads everything again the next time. */
  forget(): void {
    this.#kept = new LedgerState();
    this.#keptTo = this.#firstBlock - 1;
    this.#anchor = undefined;
  }

  /** What is open after the block `head`. */
  async read(head: Head): Promise<LedgerState> {
    if (!(await this.#standsOnSameChain())) this.forget();
    const safe = head.number - this.#reorgDepth;
    while (this.#keptTo < safe) {
      await this.#readRange(this.#keptTo + 1, safe, (logs, to) => {
        for (const event of this.#decode(logs)) applyEvent(this.#kept, event);
        this.#keptTo = to;
      });
    }
    if (safe >= this.#firstBlock && safe === this.#keptTo) await this.#dropAnchor(safe);

    const state = new LedgerState(this.#kept);
    let from = this.#keptTo + 1;
    while (from <= head.number) {
      await this.#readRange(from, head.number, (logs, to) => {
        for (const event of this.#decode(logs)) applyEvent(state, event);
        from = to + 1;
      });
    }
    return state;
  }

  async #standsOnSameChain(): Promise<boolean> {
    if (!this.#anchor) return true;
    const block = await this.#provider.getBlock(this.#anchor.number);
    // A node that lacks the block is behind; its head tells.
    return block === null || block.hash === this.#anchor.hash;
  }

  async #dropAnchor(number: number): Promise<void> {
    if (this.#anchor?.number === number) return;
    const hash = (await this.#provider.getBlock(number))?.hash;
    if (hash) this.#anchor = { number, hash };
  }

  /** Reads from `from` on, no further than `to`: less if the node refuses so much at once. */
  async #readRange(from: number, to: number, take: (logs: Log[], to: number) => void): Promise<void> {
    const end = Math.min(to, from + this.#range - 1);
    let logs: Log[];
    try {
      const address = this.#sources.map((source) => source.address);
      logs = await this.#provider.getLogs({ address, topics: [this.#topics], fromBlock: from, toBlock: end });
    } catch (error) {
      const failure = RpcFailure.in(error);
      this.#answers = 0;
      // Too much may be what a node answers too late, or with an error of its own; the next time it is asked for less.
      if (failure === undefined || failure.kind === "timeout" || failure.kind === "answer") {
        this.#range = Math.ceil((end - from + 1) / 2);
      }
      // It is one block that it refuses, or no refusal at all.
      if (failure || end === from) throw error;
      return;
    }
    this.#answers += 1;
    if (this.#answers >= ANSWERS_TO_GROW) {
      this.#answers = 0;
      this.#range = Math.min(MAX_RANGE, this.#range * 2);
    }
    take(logs, end);
  }

  #decode(logs: readonly Log[]): LedgerEvent[] {
    const inOrder = [...logs].sort((one, other) => one.blockNumber - other.blockNumber || one.index - other.index);
    return inOrder.flatMap((log) => {
      const source = this.#sources.find(({ address }) => address === log.address);
      const parsed = source?.abi.parseLog(log);
      // Of other contracts, if a node does not filter.
      if (!parsed) return [];
      const args: Record<string, unknown> = parsed.args.toObject();
      if (typeof args.offence === "bigint") args.offence = nodeRewards.offenceNames[Number(args.offence)];
      return [{ name: parsed.name, args }];
    });
  }
}
