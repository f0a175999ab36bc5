import type { Plan } from "./planMigration";
import { countedInSupply, sum } from "./planMigration";
import type { Obstacle } from "./preflight";
import type { History, LockEvent } from "./readHistory";
import type { LegacyState } from "./readLegacyState";
import { type Check, type LockOutcome, REPORT_VERSION, type Report, type ReportedAccount, type Sum } from "./report";
import type { BatchResult } from "./runMigration";
import type { SimulatedBatch } from "./simulateBatches";
import type { BlockPoint, LockStatus, MigrationAddresses, PlannedLock } from "./types";

/** Sums up a migration and checks that the sums agree. */
export function buildReport(input: {
  chainId: number;
  addresses: MigrationAddresses;
  /** Undefined in a dry run. */
  sender: string | undefined;
  before: LegacyState;
  plan: Plan;
  /** At the end. */
  block: BlockPoint;
  after: LegacyState;
  left: readonly PlannedLock[];
  history: History;
  batches: readonly BatchResult[];
  simulated: readonly SimulatedBatch[];
  obstacles: readonly Obstacle[];
  /** Transactions of which only events could be verified; undefined if verifying did not come to its end. */
  verifiedByEvents: ReadonlySet<string> | undefined;
  stopped: string | undefined;
}): Report {
  const { addresses, before, after, plan, left, history, batches } = input;
  const checks = checksOf(input);
  const transferredLeft = sum(left.map(({ transferredAmount }) => transferredAmount));
  const gasUsed = sum(batches.map(({ transaction }) => transaction?.gasUsed ?? 0n));
  const movedInRun = batches.flatMap(({ moved }) => moved);
  const byEvents = history.moved.filter(({ transactionHash }) => input.verifiedByEvents?.has(transactionHash)).length;
  return {
    schemaVersion: REPORT_VERSION,
    chainId: input.chainId,
    block: input.block,
    dryRun: input.sender === undefined,
    complete: input.stopped === undefined && checks.every(({ holds }) => holds),
    stopped: input.stopped ?? null,
    addresses: { ...addresses, implementation: after.implementation, token: after.token },
    checks,
    totals: {
      moved: sumOf(history.moved),
      joined: sumOf(history.joined),
      withdrawn: sumOf(history.withdrawn),
      left: { ...sumOf(left), transferredAmount: transferredLeft, byStatus: sumByStatus(left) },
      supply: after.supply,
      tokenBalance: after.tokenBalance,
      surplus: after.tokenBalance - transferredLeft,
    },
    run: {
      sender: input.sender ?? null,
      block: plan.block,
      tokenBalanceBefore: before.tokenBalance,
      planned: { ...sumOf(plan.batches.flat()), batches: plan.batches.length },
      batches: batches.map(({ number, transaction, moved, left, gone }) => ({
        number,
        transactionHash: transaction?.hash ?? null,
        blockNumber: transaction?.blockNumber ?? null,
        gasUsed: transaction?.gasUsed ?? 0n,
        moved: sumOf(moved),
        left,
        gone,
      })),
      simulated: [...input.simulated],
      gasUsed,
      averageGasPerLock: movedInRun.length === 0 ? null : gasUsed / BigInt(movedInRun.length),
      verified: {
        byState: input.verifiedByEvents ? history.moved.length - byEvents : movedInRun.length,
        byEvents,
      },
    },
    obstacles: [...input.obstacles],
    accounts: accountsOf(left, history),
  };
}

function checksOf(input: {
  addresses: MigrationAddresses;
  after: LegacyState;
  left: readonly PlannedLock[];
  history: History;
}): Check[] {
  const { addresses, after, left, history } = input;
  const arrivals = new Map(history.arrived.map((event) => [`${event.transactionHash} ${event.account}`, event.amount]));
  const arrived = history.moved.filter(
    ({ transactionHash, account, amount }) => arrivals.get(`${transactionHash} ${account}`) === amount,
  );
  return [
    equal("the legacy proxy runs the bridge", [
      { what: "where it moves locks to", value: after.bridgesTo ?? "nowhere" },
      { what: "StakeWeight", value: addresses.stakeWeight },
    ]),
    equal("what left arrived", [
      { what: "Σ LockMigrated of the bridge", value: sumOf(history.moved).amount },
      { what: "Σ Migrated of StakeWeight", value: sumOf(history.arrived).amount },
    ]),
    equal("every lock that left arrived", [
      { what: "locks moved", value: history.moved.length },
      { what: "of these, arrived with the same amount in the same transaction", value: arrived.length },
    ]),
    equal("the supply is what is left", [
      { what: "supply() of the legacy contract", value: after.supply },
      { what: "what the locks left count in it", value: countedInSupply(left, after.supply) },
    ]),
    equal("every lock left is refused or waits", [
      { what: "locks left that could be moved", value: left.filter(({ status }) => status === "Ready").length },
      { what: "none", value: 0 },
    ]),
    covers(after.tokenBalance, sum(left.map(({ transferredAmount }) => transferredAmount))),
  ];
}

function equal(name: string, [left, right]: [Check["left"], Check["right"]]): Check {
  return { name, left, relation: "=", right, holds: left.value === right.value };
}

function covers(balance: bigint, transferred: bigint): Check {
  return {
    name: "the locks left are covered",
    left: { what: "tokens of the legacy contract", value: balance },
    relation: "≥",
    right: { what: "Σ transferred in for the locks left", value: transferred },
    holds: balance >= transferred,
  };
}

function sumOf(items: readonly { amount: bigint }[]): Sum {
  return { locks: items.length, amount: sum(items.map(({ amount }) => amount)) };
}

function sumByStatus(locks: readonly PlannedLock[]): Partial<Record<LockStatus, Sum>> {
  const statuses = [...new Set(locks.map(({ status }) => status))].sort();
  return Object.fromEntries(statuses.map((status) => [status, sumOf(locks.filter((lock) => lock.status === status))]));
}

function accountsOf(left: readonly PlannedLock[], history: History): ReportedAccount[] {
  const terms = new Map(history.arrived.map((event) => [`${event.transactionHash} ${event.account}`, event]));
  const gone = (outcome: LockOutcome) => (event: LockEvent) => {
    const { account, amount, transactionHash } = event;
    const arrival = outcome === "moved" ? terms.get(`${transactionHash} ${account}`) : undefined;
    return {
      account,
      outcome,
      status: "None" as const,
      amount,
      transferredAmount: amount,
      end: arrival?.unlockEnd ?? null,
      presetWeeks: arrival?.presetWeeks ?? null,
      transactionHash,
    };
  };
  return [
    ...left.map((lock) => ({ ...lock, outcome: "left" as const, transactionHash: null })),
    ...history.moved.map(gone("moved")),
    ...history.joined.map(gone("joined")),
    ...history.withdrawn.map(gone("withdrawn")),
  ].sort((a, b) => (a.account.toLowerCase() < b.account.toLowerCase() ? -1 : 1));
}
