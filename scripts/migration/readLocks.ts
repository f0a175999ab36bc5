import type { Provider } from "ethers";
import { lockSlots, presetSlot } from "./legacyLayout";
import { mapLimited } from "./mapLimited";
import type { Lock, OnProgress } from "./types";

/** The locks of those of `accounts` that have one, as the storage has them at one block, before and after the upgrade. */
export async function readLocks(options: {
  provider: Provider;
  legacy: string;
  accounts: readonly string[];
  block: number;
  onProgress?: OnProgress;
}): Promise<Lock[]> {
  const { provider, legacy, accounts, block, onProgress } = options;
  const read = async (slot: bigint) => BigInt(await provider.getStorage(legacy, slot, block));
  const readLock = async (account: string): Promise<Lock | undefined> => {
    const slots = lockSlots(account);
    const amount = BigInt.asIntN(128, await read(slots.amount));
    if (amount <= 0n) return undefined;
    const [end, transferredAmount] = await Promise.all([read(slots.end), read(slots.transferredAmount)]);
    // An account that made its perpetual lock a decaying one may still have a preset.
    const presetWeeks = end === 0n ? await read(presetSlot(account)) : 0n;
    return { account, amount, end, transferredAmount, presetWeeks };
  };
  const unique = [...new Set(accounts)];
  const locks = await mapLimited(unique, readLock, {
    onDone: (done) => onProgress?.({ what: "locks", done, total: unique.length }),
  });
  return locks.filter((lock) => lock !== undefined);
}
