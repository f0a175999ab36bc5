import { concat, id, keccak256, toBeHex } from "ethers";

// Where the legacy StakeWeight keeps its state: contracts/migration/libraries/LegacyStorage.sol.

const location = BigInt(id("com.walletconnect.stakeweight.storage"));

export const configSlot = location;
export const supplySlot = location + 1n;

const locksSlot = location + 3n;
const permanentBaseWeeksSlot = location + 10n;

/** The slots of an account's lock. */
export function lockSlots(account: string): { amount: bigint; end: bigint; transferredAmount: bigint } {
  const first = valueSlot(account, locksSlot);
  return { amount: first, end: first + 1n, transferredAmount: first + 2n };
}

/** The slot of the preset of an account's perpetual lock. */
export function presetSlot(account: string): bigint {
  return valueSlot(account, permanentBaseWeeksSlot);
}

function valueSlot(account: string, mapping: bigint): bigint {
  return BigInt(keccak256(concat([toBeHex(account, 32), toBeHex(mapping, 32)])));
}
