import { getAddress, type Provider, type Signer } from "ethers";
import { blockPointAt } from "./blockPointAt";
import { buildReport } from "./buildReport";
import { MigrationError } from "./MigrationError";
import { type Plan, planMigration } from "./planMigration";
import { type Obstacle, preflight } from "./preflight";
import { type History, readHistory } from "./readHistory";
import { type LegacyState, readLegacyState } from "./readLegacyState";
import { readLocks } from "./readLocks";
import { readOwners } from "./readOwners";
import { readStatuses } from "./readStatuses";
import type { Report } from "./report";
import { type BatchListener, type BatchResult, runMigration } from "./runMigration";
import { type SimulatedBatch, simulateBatches } from "./simulateBatches";
import type { BlockPoint, MigrationAddresses, OnProgress } from "./types";
import { verifyEarlier } from "./verifyEarlier";

/** What a migration tells as it comes along. An exception from any of these ends it there. */
export interface MigrationListener extends BatchListener {
  onProgress?: OnProgress;
  onPlan?: (plan: Plan, obstacles: Obstacle[]) => void;
}

export interface MigrationOptions {
  provider: Provider;
  /** Pays the gas; anyone may. Without one nothing is sent: a dry run. */
  signer?: Signer;
  addresses: MigrationAddresses;
  /** The first block that may have an event of the legacy contract. */
  fromBlock: number;
  /** The first block that may have an event of StakeWeight; the same if not given. */
  historyFrom?: number;
  /** Owners that no event tells. */
  accounts?: readonly string[];
  batchSize: number;
  /** Asked before the first transaction. */
  confirm?: (plan: Plan) => Promise<boolean>;
  listener?: MigrationListener;
}

const noHistory: History = { moved: [], joined: [], withdrawn: [], arrived: [] };

/**
 * Moves everything that can be moved, or tells what would be. Goes on where an earlier run stopped, as all is read back
 * from the chain. Throws {@link MigrationError} if it must not begin; what stops it later stands in the report.
 */
export async function migrate(options: MigrationOptions): Promise<Report> {
  const { provider, signer, fromBlock, listener = {} } = options;
  const { onProgress } = listener;
  const addresses = {
    legacy: getAddress(options.addresses.legacy),
    stakeWeight: getAddress(options.addresses.stakeWeight),
  };
  const { legacy } = addresses;
  await requireContracts(provider, addresses);
  const block = await blockPointAt(provider, "latest");
  const before = await readLegacyState({ provider, legacy, block: block.number });
  const isBridge = before.bridgesTo === addresses.stakeWeight;
  const obstacles = await preflight({ provider, addresses, state: before, block: block.number });

  const owners = await readOwners({
    provider,
    legacy,
    token: before.token,
    fromBlock,
    toBlock: block.number,
    accounts: options.accounts,
    onProgress,
  });
  const found = await readLocks({ provider, legacy, accounts: owners, block: block.number, onProgress });
  const locks = await readStatuses({ provider, addresses, isBridge, locks: found, block, onProgress });
  const plan = planMigration({ locks, state: before, block, batchSize: options.batchSize });
  listener.onPlan?.(plan, obstacles);

  const reading: Reading = { addresses, owners, before, isBridge, obstacles, plan };
  if (!signer) {
    const simulated = isBridge ? await simulateBatches({ provider, legacy, plan, onProgress }) : [];
    return conclude(options, reading, { batches: [], simulated, stopped: undefined });
  }
  const blocking = obstacles.filter(({ onlyForMoving }) => !onlyForMoving || plan.batches.length > 0);
  if (blocking.length > 0) throw new MigrationError(blocking.map(({ message }) => message).join("\n"));
  if (plan.batches.length > 0 && options.confirm && !(await options.confirm(plan))) {
    throw new MigrationError("Not confirmed: nothing was sent.");
  }
  const batches: BatchResult[] = [];
  let stopped: MigrationError | undefined;
  try {
    await runMigration({
      provider,
      signer,
      addresses,
      token: before.token,
      plan,
      onSent: listener.onSent,
      onVerified: (result, total) => {
        batches.push(result);
        listener.onVerified?.(result, total);
      },
    });
  } catch (error) {
    // Anything else is not about the migration; the next run goes on.
    if (!(error instanceof MigrationError)) throw error;
    stopped = error;
  }
  try {
    return await conclude(options, reading, { batches, simulated: [], stopped: stopped?.message });
  } catch (error) {
    // Why it stopped matters more than why that cannot be reported.
    throw stopped ?? error;
  }
}

/** What a run began from. */
interface Reading {
  addresses: MigrationAddresses;
  owners: string[];
  before: LegacyState;
  isBridge: boolean;
  obstacles: Obstacle[];
  plan: Plan;
}

/** What a run did. */
interface Done {
  batches: BatchResult[];
  simulated: SimulatedBatch[];
  stopped: string | undefined;
}

/** Reads everything back from the chain, verifies what this run has not, and reports. */
async function conclude(options: MigrationOptions, reading: Reading, done: Done): Promise<Report> {
  const { provider, signer, fromBlock, listener = {} } = options;
  const { onProgress } = listener;
  const { addresses, owners, before, isBridge, plan } = reading;
  const { legacy } = addresses;
  const { batches } = done;
  const block = signer ? await newestBlock(provider, batches) : plan.block;
  const after = signer ? await readLegacyState({ provider, legacy, block: block.number }) : before;
  let { locks: left } = plan;
  if (signer) {
    const locks = await readLocks({ provider, legacy, accounts: owners, block: block.number, onProgress });
    left = await readStatuses({ provider, addresses, isBridge, locks, block, onProgress });
  }
  const historyFrom = Math.max(fromBlock, options.historyFrom ?? fromBlock);
  const history = isBridge
    ? await readHistory({ provider, addresses, fromBlock: historyFrom, toBlock: block.number, onProgress })
    : noHistory;

  let { stopped } = done;
  let verifiedByEvents: Set<string> | undefined;
  if (stopped === undefined) {
    const verified = new Set(batches.flatMap(({ transaction }) => (transaction ? [transaction.hash] : [])));
    try {
      verifiedByEvents = await verifyEarlier({ provider, addresses, history, verified, onProgress });
    } catch (error) {
      if (!(error instanceof MigrationError)) throw error;
      stopped = error.message;
    }
  }
  return buildReport({
    chainId: Number((await provider.getNetwork()).chainId),
    sender: await signer?.getAddress(),
    ...reading,
    block,
    after,
    left,
    history,
    ...done,
    verifiedByEvents,
    stopped,
  });
}

/** One server of several may be behind the one that told the last receipt. */
async function newestBlock(provider: Provider, batches: readonly BatchResult[]): Promise<BlockPoint> {
  const latest = await blockPointAt(provider, "latest");
  const mined = Math.max(0, ...batches.map(({ transaction }) => transaction?.blockNumber ?? 0));
  return latest.number < mined ? blockPointAt(provider, mined) : latest;
}

async function requireContracts(provider: Provider, { legacy, stakeWeight }: MigrationAddresses): Promise<void> {
  for (const [option, address] of [
    ["--legacy", legacy],
    ["--stake-weight", stakeWeight],
  ] as const) {
    if ((await provider.getCode(address)) !== "0x") continue;
    throw new MigrationError(`there is no contract at ${address} (${option}): is it the right network?`);
  }
}
