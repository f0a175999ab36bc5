import type { Log, Provider } from "ethers";
import { LegacyStakeWeightBridge__factory, StakeWeight__factory } from "../../typechain-types";
import { scanLogs } from "./scanLogs";
import type { MigrationAddresses, OnProgress } from "./types";

/** What an event tells, and where it stands. */
export interface LockEvent {
  account: string;
  /** In wei. */
  amount: bigint;
  transactionHash: string;
  transactionIndex: number;
  blockNumber: number;
}

/** A lock that became a position, as StakeWeight tells it. */
export interface ArrivedLock extends LockEvent {
  presetWeeks: bigint;
  unlockEnd: bigint;
}

/** All that ever happened to locks since the upgrade, whoever called for it. */
export interface History {
  moved: LockEvent[];
  joined: LockEvent[];
  withdrawn: LockEvent[];
  arrived: ArrivedLock[];
}

const bridge = LegacyStakeWeightBridge__factory.createInterface();
const stakeWeight = StakeWeight__factory.createInterface();

const topicOf = {
  moved: bridge.getEvent("LockMigrated").topicHash,
  joined: bridge.getEvent("LockJoined").topicHash,
  withdrawn: bridge.getEvent("LockWithdrawn").topicHash,
  arrived: stakeWeight.getEvent("Migrated").topicHash,
};

/** Reads the migration back from the events of both contracts. */
export async function readHistory(options: {
  provider: Provider;
  addresses: MigrationAddresses;
  fromBlock: number;
  toBlock: number;
  onProgress?: OnProgress;
}): Promise<History> {
  const { addresses, ...range } = options;
  const logs = await scanLogs({
    ...range,
    filter: { address: addresses.legacy, topics: [[topicOf.moved, topicOf.joined, topicOf.withdrawn]] },
    what: "events of the bridge",
  });
  const arrivals = await scanLogs({
    ...range,
    filter: { address: addresses.stakeWeight, topics: [topicOf.arrived] },
    what: "events of StakeWeight",
  });
  const eventsOf = (topic: string) => logs.filter(({ topics }) => topics[0] === topic).map(readEvent);
  return {
    moved: eventsOf(topicOf.moved),
    joined: eventsOf(topicOf.joined),
    withdrawn: eventsOf(topicOf.withdrawn),
    arrived: arrivals.map(readArrival),
  };
}

function readEvent(log: Log): LockEvent {
  const { account, amount } = bridge.parseLog(log)!.args.toObject() as { account: string; amount: bigint };
  return { account, amount, ...placeOf(log) };
}

function readArrival(log: Log): ArrivedLock {
  const { account, amount, presetWeeks, unlockEnd } = stakeWeight.parseLog(log)!.args.toObject() as {
    account: string;
    amount: bigint;
    presetWeeks: bigint;
    unlockEnd: bigint;
  };
  return { account, amount, presetWeeks, unlockEnd, ...placeOf(log) };
}

function placeOf({ transactionHash, transactionIndex, blockNumber }: Log) {
  return { transactionHash, transactionIndex, blockNumber };
}
