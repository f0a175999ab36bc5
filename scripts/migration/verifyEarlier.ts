import type { Provider } from "ethers";
import { blockPointAt } from "./blockPointAt";
import { MigrationMismatch } from "./MigrationMismatch";
import type { History, LockEvent } from "./readHistory";
import { readLocks } from "./readLocks";
import type { Lock, MigrationAddresses, OnProgress } from "./types";
import { verifyMoved } from "./verifyMoved";
import { isPassing, isUnreachable } from "../chain/withRetries";

/**
 * Verifies what other runs or other callers moved, as this one would have: against the locks as they stood one block
 * before. Returns the transactions that could not be, because the node has forgotten the state of that time; for those
 * the events of both contracts have to do.
 */
export async function verifyEarlier(options: {
  provider: Provider;
  addresses: MigrationAddresses;
  history: History;
  /** Transactions that this run has verified. */
  verified: ReadonlySet<string>;
  onProgress?: OnProgress;
}): Promise<Set<string>> {
  const { provider, addresses, history, verified, onProgress } = options;
  const transactions = new Map<string, LockEvent[]>();
  for (const event of history.moved) {
    const { transactionHash: hash } = event;
    if (!verified.has(hash)) transactions.set(hash, [...(transactions.get(hash) ?? []), event]);
  }
  const forgotten = new Set<string>();
  let done = 0;
  for (const [hash, events] of transactions) {
    const { blockNumber } = events[0]!;
    const accounts = events.map(({ account }) => account);
    const locks = await locksBefore(provider, addresses.legacy, accounts, blockNumber);
    if (locks) {
      requireSame(locks, events);
      const block = await blockPointAt(provider, blockNumber);
      await verifyMoved({ provider, addresses, locks, lockedAt: blockNumber - 1, transaction: { hash, block } });
    } else {
      forgotten.add(hash);
    }
    onProgress?.({ what: "earlier batches", done: ++done, total: transactions.size });
  }
  return forgotten;
}

async function locksBefore(
  provider: Provider,
  legacy: string,
  accounts: string[],
  block: number,
): Promise<Lock[] | undefined> {
  try {
    return await readLocks({ provider, legacy, accounts, block: block - 1 });
  } catch (error) {
    // Whatever else a node answers when asked about that time, it does not have the state any more.
    if (isUnreachable(error) || isPassing(error)) throw error;
    return undefined;
  }
}

function requireSame(locks: readonly Lock[], events: readonly LockEvent[]): void {
  const amounts = new Map(locks.map(({ account, amount }) => [account, amount]));
  for (const { account, amount, blockNumber, transactionHash } of events) {
    if (amounts.get(account) === amount) continue;
    throw new MigrationMismatch({
      account,
      subject: "amount taken",
      expected: String(amounts.get(account) ?? 0n),
      actual: String(amount),
      where: `moved by ${transactionHash} in block ${blockNumber}`,
    });
  }
}
