import { type Provider, zeroPadValue } from "ethers";
import { StakeWeight__factory } from "../../typechain-types";
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
  /** As they were before. */
  locks: readonly Lock[];
  transaction: { hash: string; index: number; block: BlockPoint };
}): Promise<void> {
  const { provider, addresses, locks, transaction } = options;
  const { block } = transaction;
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

/** Every event of StakeWeight has the account as its first indexed value. */
async function wasChangedLater(
  provider: Provider,
  stakeWeight: string,
  account: string,
  { block, index }: { block: BlockPoint; index: number },
): Promise<boolean> {
  const logs = await provider.getLogs({
    address: stakeWeight,
    topics: [null, zeroPadValue(account, 32)],
    fromBlock: block.number,
    toBlock: block.number,
  });
  return logs.some(({ transactionIndex }) => transactionIndex > index);
}
