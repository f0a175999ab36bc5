import { time } from "@nomicfoundation/hardhat-network-helpers";

export const HOUR = 3_600n;
export const DAY = 86_400n;
export const WEEK = 604_800n;

/** The start of the week that `timestamp` lies in: a Thursday, 00:00 UTC. */
export function weekStartOf(timestamp: bigint): bigint {
  return timestamp - (timestamp % WEEK);
}

/** Timestamp of the latest block. */
export async function now(): Promise<bigint> {
  return BigInt(await time.latest());
}

/** Mines an empty block at `timestamp`, so that views are read there. */
export async function warpTo(timestamp: bigint): Promise<void> {
  if ((await now()) !== timestamp) await time.increaseTo(timestamp);
}

/** The next transaction is mined at `timestamp`. */
export async function nextAt(timestamp: bigint): Promise<void> {
  await time.setNextBlockTimestamp(timestamp);
}
