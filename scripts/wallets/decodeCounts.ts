import { dataLength, dataSlice, isHexString } from "ethers";
import { assertCounts } from "./assertCounts";
import { ENTRY_BYTES, type WalletCount } from "./WalletCount";
import { WalletCountsError } from "./WalletCountsError";

/** The counts in a report's data; refuses what the contract would refuse where wallets 1..`walletCount` exist. */
export function decodeCounts(data: string, walletCount?: number): WalletCount[] {
  if (!isHexString(data, true)) throw new WalletCountsError({ reason: "the data is not hexadecimal, whole bytes" });
  const length = dataLength(data);
  if (length % ENTRY_BYTES !== 0) {
    throw new WalletCountsError({ reason: `the data has ${length} bytes, no multiple of ${ENTRY_BYTES}` });
  }
  const counts = Array.from({ length: length / ENTRY_BYTES }, (_, entry) => {
    const start = entry * ENTRY_BYTES;
    return {
      walletId: Number(dataSlice(data, start, start + 4)),
      count: BigInt(dataSlice(data, start + 4, start + ENTRY_BYTES)),
    };
  });
  assertCounts(counts, walletCount);
  return counts;
}
