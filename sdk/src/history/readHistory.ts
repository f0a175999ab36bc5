import { type Log, toBeHex, zeroPadValue } from "ethers";
import { accountOf } from "../connection/accountOf.js";
import type { Connection } from "../connection/Connection.js";
import { pin, type PinnedConnection } from "../connection/pin.js";
import type { ContractDefinition } from "../contract/ContractDefinition.js";
import { interfaceOf } from "../contract/interfaceOf.js";
import { idOf } from "../generated/actions/walletRewards/idOf.js";
import { inBatches } from "../support/inBatches.js";
import { definitions } from "./definitions.js";
import type { EventName, EventOf } from "./EventArgs.js";
import { eventIn } from "./eventIn.js";
import { readLogs } from "./readLogs.js";

/** The contracts in whose events accounts take part. Transfers of the token are left out: they say what these say again. */
const contracts = [
  "StakeWeight",
  "RewardDistributor",
  "WCTGovernor",
  "NodeIdentities",
  "NodeRegistry",
  "NodeRewards",
  "WalletRewards",
] as const;

type HistoryContract = (typeof contracts)[number];

type EntryOf<C extends HistoryContract> = C extends unknown
  ? EventOf<C, EventName<C>> & {
      /** The second of the block, unix seconds. */
      timestamp: bigint;
    }
  : never;

/** Something that happened to an account, or that it did; `contract` and `event` tell which `args` there are. */
export type HistoryEntry = EntryOf<HistoryContract>;

/**
 * Everything that happened to an account or that it did, the oldest first: every event of the staking, reward, governance, node
 * and wallet contracts that names the account, and every event of the wallet that it owns. Ranges that a node refuses are
 * halved, as for {@link readEvents}.
 *
 * Throws `InvalidValueError` if no account is named, and {@link LogsRefusedError} if a node does not tell even one block.
 *
 * @param options.account The connection's account by default.
 * @param options.fromBlock The first block; that of the first deployment by default.
 * @param options.toBlock The last block; the newest one, or the connection's, by default.
 */
export async function readHistory(
  connection: Connection,
  options: { account?: string; fromBlock?: number; toBlock?: number } = {},
): Promise<HistoryEntry[]> {
  const account = accountOf(connection, options.account);
  const pinned = await pin(connection);
  const deployed = contracts.flatMap((name) => {
    const contract = connection.deployment.contracts[name];
    return contract ? [{ name, ...contract }] : [];
  });
  const first = Math.min(...deployed.map(({ block }) => block));
  const range = { fromBlock: options.fromBlock ?? first, toBlock: options.toBlock ?? pinned.blockTag };
  const nameAt = new Map(deployed.map(({ name, address }) => [address.toLowerCase(), name]));
  const address = deployed.map((contract) => contract.address);
  const search = (topics: (string | string[] | null)[]) =>
    readLogs(connection.provider, { filter: { address, topics }, ...range });

  const topic = zeroPadValue(account, 32).toLowerCase();
  const [named, others, wallet] = await Promise.all([
    // The account in the first, second or third indexed value.
    Promise.all([search([null, topic]), search([null, null, topic]), search([null, null, null, topic])]),
    search([unindexedEvents()]),
    walletOf(pinned, account),
  ]);
  const walletRewards = connection.deployment.contracts.WalletRewards;
  const ofWallet =
    wallet === undefined || !walletRewards
      ? []
      : await readLogs(connection.provider, {
          filter: { address: walletRewards.address, topics: [walletEvents(), wallet] },
          ...range,
        });

  const found = new Map<string, EventOf<HistoryContract, EventName<HistoryContract>>>();
  const add = (logs: Log[], isOurs: (args: object) => boolean): void => {
    for (const log of logs) {
      const event = eventIn(nameAt.get(log.address.toLowerCase())!, log);
      if (event && isOurs(event.args)) found.set(`${log.blockNumber} ${log.index}`, event);
    }
  };
  const names = (args: object): boolean => Object.values(args).includes(account);
  // A number can look like an address: what is decoded decides.
  for (const logs of named) add(logs, names);
  add(others, names);
  add(ofWallet, () => true);

  const events = [...found.values()].sort((one, other) => one.block - other.block || one.logIndex - other.logIndex);
  const times = await timesOf(
    connection,
    events.map(({ block }) => block),
  );
  return events.map((event) => ({ ...event, timestamp: times.get(event.block)! })) as HistoryEntry[];
}

/** The topics of events that name an account in a value that cannot be searched for: proposals, pauses, vetoes. All are rare. */
function unindexedEvents(): string[] {
  return contracts.flatMap((name) => {
    const topics: string[] = [];
    interfaceOf(definitions[name]).forEachEvent(({ inputs, topicHash }) => {
      if (inputs.some(({ type, indexed }) => type === "address" && !indexed)) topics.push(topicHash);
    });
    return topics;
  });
}

/** The topics of events that name a wallet first. */
function walletEvents(): string[] {
  const topics: string[] = [];
  const definition: ContractDefinition = definitions.WalletRewards;
  interfaceOf(definition).forEachEvent(({ inputs, topicHash }) => {
    if (inputs[0]?.name === "walletId") topics.push(topicHash);
  });
  return topics;
}

/** The number of the wallet that an account owns, as a topic; undefined if it owns none. */
async function walletOf(connection: PinnedConnection, account: string): Promise<string | undefined> {
  if (!connection.deployment.contracts.WalletRewards) return undefined;
  const walletId = await idOf(connection, { owner: account });
  return walletId === 0n ? undefined : toBeHex(walletId, 32);
}

async function timesOf(connection: Connection, blocks: number[]): Promise<Map<number, bigint>> {
  const times = await inBatches([...new Set(blocks)], async (number) => {
    const { timestamp } = await pin({ ...connection, blockTag: number });
    return [number, timestamp] as const;
  });
  return new Map(times);
}
