import { type Provider, zeroPadValue } from "ethers";
import { readLogs } from "stakeweight-sdk/history";
import { LegacyStakeWeightBridge__factory, StakeWeight__factory } from "../../typechain-types";
import { mapLimited } from "./mapLimited";
import { MigrationMismatch } from "./MigrationMismatch";
import { readLocks } from "./readLocks";
import { WEEK } from "./statusOf";
import type { BlockPoint, Lock, MigrationAddresses } from "./types";

/** In the order of the contract's enum. */
const states = ["None", "Locked", "Unlocking", "Unlocked"] as const;

/** What the legacy system divided by; StakeWeight divides by one second more. */
const LEGACY_DENOMINATOR = 209n * WEEK - 1n;

/** Weights agree within this part of the value, and a wei of rounding. */
const WEIGHT_TOLERANCE = 10n ** 8n;

/**
 * Compares the positions of the accounts that a transaction moved with what their locks were, at the transaction's block.
 * Throws {@link MigrationMismatch} at the first that differs.
 */
export async function verifyMoved(options: {
  provider: Provider;
  addresses: MigrationAddresses;
  /** As they were at the end of block `lockedAt`. */
  locks: readonly Lock[];
  lockedAt: number;
  transaction: { hash: string; block: BlockPoint };
}): Promise<void> {
  const { provider, addresses, transaction } = options;
  const { block } = transaction;
  const locks = await withUnlocks({ ...options, toBlock: block.number });
  const where = `moved by ${transaction.hash} in block ${block.number}`;
  const kept = await readLocks({
    provider,
    legacy: addresses.legacy,
    accounts: locks.map(({ account }) => account),
    block: block.number,
  });
  if (kept[0]) {
    const { account, amount } = kept[0];
    throw new MigrationMismatch({
      account,
      subject: "amount left in the legacy contract",
      expected: "0",
      actual: String(amount),
      where,
    });
  }
  await mapLimited(locks, async (lock) => {
    const deviation = await compare(provider, addresses.stakeWeight, lock, block);
    // Its owner, or somebody who adds to it, may have been next within the same block.
    if (deviation && !(await wasChangedLater(provider, addresses.stakeWeight, lock.account, transaction))) {
      throw new MigrationMismatch({ account: lock.account, ...deviation, where });
    }
  });
}

async function compare(
  provider: Provider,
  address: string,
  { account, amount, end, presetWeeks }: Lock,
  block: BlockPoint,
): Promise<{ subject: string; expected: string; actual: string } | undefined> {
  const stakeWeight = StakeWeight__factory.connect(address, provider);
  const at = { blockTag: block.number };
  const [position, weight] = await Promise.all([
    stakeWeight.positionOf(account, at),
    stakeWeight.weightAt(account, block.timestamp, at),
  ]);
  const now = BigInt(block.timestamp);
  const isPerpetual = end === 0n;
  const remaining = isPerpetual ? presetWeeks * WEEK : end > now ? end - now : 0n;
  const state = isPerpetual ? "Locked" : end > now ? "Unlocking" : "Unlocked";
  const subjects: [subject: string, expected: bigint | string, actual: bigint | string][] = [
    ["amount", amount, position.amount],
    ["preset in weeks", presetWeeks, position.presetWeeks],
    ["unlock end", end, position.unlockEnd],
    ["state", state, states[Number(position.state)]!],
  ];
  const different = subjects.find(([, expected, actual]) => expected !== actual);
  if (different) return { subject: different[0], expected: String(different[1]), actual: String(different[2]) };

  const legacyWeight = (amount * remaining) / LEGACY_DENOMINATOR;
  const difference = weight > legacyWeight ? weight - legacyWeight : legacyWeight - weight;
  if (difference <= legacyWeight / WEIGHT_TOLERANCE + 1n) return undefined;
  return { subject: "weight", expected: `${String(legacyWeight)} within 1e-8`, actual: String(weight) };
}

const stakeWeightEvents = StakeWeight__factory.createInterface();

/** What tells of a change of a position; the account is the first indexed value of each. */
const positionEvents = (["AmountIncreased", "Relocked", "UnlockInitiated", "Withdrawn", "Staked"] as const).map(
  (name) => stakeWeightEvents.getEvent(name).topicHash,
);

/** Whether the position changed after it had arrived, be it in the same transaction. */
async function wasChangedLater(
  provider: Provider,
  stakeWeight: string,
  account: string,
  { block, hash }: { block: BlockPoint; hash: string },
): Promise<boolean> {
  const migrated = stakeWeightEvents.getEvent("Migrated").topicHash;
  const logs = await provider.getLogs({
    address: stakeWeight,
    topics: [[migrated, ...positionEvents], zeroPadValue(account, 32)],
    fromBlock: block.number,
    toBlock: block.number,
  });
  const arrival = logs.find(({ topics, transactionHash }) => topics[0] === migrated && transactionHash === hash);
  return arrival !== undefined && logs.some(({ topics, index }) => topics[0] !== migrated && index > arrival.index);
}

/** The locks, where an owner made a perpetual one end after it was read and before it was moved. */
async function withUnlocks(options: {
  provider: Provider;
  addresses: MigrationAddresses;
  locks: readonly Lock[];
  lockedAt: number;
  toBlock: number;
}): Promise<Lock[]> {
  const { provider, addresses, locks, lockedAt, toBlock } = options;
  if (!locks.some(({ end }) => end === 0n)) return [...locks];
  const bridgeEvents = LegacyStakeWeightBridge__factory.createInterface();
  const logs = await readLogs(provider, {
    filter: { address: addresses.legacy, topics: [bridgeEvents.getEvent("UnlockInitiated").topicHash] },
    fromBlock: lockedAt + 1,
    toBlock,
  });
  const ends = new Map<string, bigint>();
  for (const log of logs) {
    const [account, end] = bridgeEvents.parseLog(log)!.args as unknown as [string, bigint];
    ends.set(account, end);
  }
  return locks.map((lock) => {
    const end = ends.get(lock.account);
    return end === undefined ? lock : { ...lock, end, presetWeeks: 0n };
  });
}
