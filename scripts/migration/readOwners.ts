import { dataSlice, getAddress, id, type Log, type Provider, zeroPadValue } from "ethers";
import { scanLogs } from "./scanLogs";
import type { OnProgress } from "./types";

const TRANSFER = id("Transfer(address,address,uint256)");

/**
 * All accounts that may own a lock. What the legacy contract calls its events is not known, but whoever owns a lock is
 * told by one of them: so every indexed value that may be an address counts, as does who ever transferred tokens in, and
 * `accounts` besides. Those without a lock drop out when locks are read.
 */
export async function readOwners(options: {
  provider: Provider;
  legacy: string;
  token: string;
  fromBlock: number;
  toBlock: number;
  accounts?: readonly string[];
  onProgress?: OnProgress;
}): Promise<string[]> {
  const { legacy, token, accounts = [], ...range } = options;
  const logs = await scanLogs({ ...range, filter: { address: legacy }, what: "events of the legacy contract" });
  const transfers = await scanLogs({
    ...range,
    filter: { address: token, topics: [TRANSFER, null, zeroPadValue(legacy, 32)] },
    what: "transfers to the legacy contract",
  });
  const found = [...logs, ...transfers].flatMap(addressTopics);
  return [...new Set([...found, ...accounts.map((account) => getAddress(account))])].sort();
}

/** A short number looks like an address, too. */
function addressTopics({ topics }: Log): string[] {
  return topics
    .slice(1)
    .filter((topic) => /^0x0{24}/.test(topic))
    .map((topic) => getAddress(dataSlice(topic, 12)));
}
