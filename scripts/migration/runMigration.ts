import {
  type TransactionReceipt,
  type ContractTransactionResponse,
  isCallException,
  isError,
  type Provider,
  type Signer,
} from "ethers";
import { type LegacyStakeWeightBridge, LegacyStakeWeightBridge__factory, WCT__factory } from "../../typechain-types";
import { blockPointAt } from "./blockPointAt";
import { describeFailure } from "./describeFailure";
import { mapLimited } from "./mapLimited";
import { MigrationError } from "./MigrationError";
import { MigrationMismatch } from "./MigrationMismatch";
import { type Plan, sum } from "./planMigration";
import { type LockStatus, lockStatuses, type MigrationAddresses, type PlannedLock } from "./types";
import { verifyMoved } from "./verifyMoved";

/** What became of a batch. */
export interface BatchResult {
  /** Counted from 1. */
  number: number;
  /** Undefined if there was nothing left to move in it, so that nothing was sent. */
  transaction: { hash: string; blockNumber: number; gasUsed: bigint } | undefined;
  moved: PlannedLock[];
  /** Whose status changed since the plan was made. */
  left: { account: string; status: LockStatus }[];
  /** Whose lock was moved, joined or withdrawn by somebody else since then. */
  gone: string[];
}

/** Called as a batch comes along: sent, then mined and verified. */
export interface BatchListener {
  onSent?: (batch: { number: number; total: number; hash: string }) => void;
  onVerified?: (result: BatchResult, total: number) => void;
}

/** No chain takes a transaction with more (EIP-7825). */
const MOST_GAS = 2n ** 24n;

/** A batch that is not mined by then, in milliseconds, is left to the next run. */
const MINED_WITHIN_MS = 600_000;

/** Sends the plan's batches one after the other and verifies each before the next. Throws at the first that deviates. */
export async function runMigration(
  options: {
    provider: Provider;
    signer: Signer;
    addresses: MigrationAddresses;
    token: string;
    plan: Plan;
  } & BatchListener,
): Promise<BatchResult[]> {
  const { provider, signer, addresses, token, plan, onSent, onVerified } = options;
  const bridge = LegacyStakeWeightBridge__factory.connect(addresses.legacy, signer);
  const total = plan.batches.length;
  const results: BatchResult[] = [];
  for (const [index, batch] of plan.batches.entries()) {
    const number = index + 1;
    const receipt = await send(bridge, batch, { number, total, onSent });
    const outcome = receipt
      ? readOutcome({ bridge, batch, receipt, addresses, token })
      : await nothingMoved(bridge, batch);
    if (receipt) {
      await verifyMoved({
        provider,
        addresses,
        locks: outcome.moved,
        lockedAt: plan.block.number,
        transaction: {
          hash: receipt.hash,
          block: await blockPointAt(provider, receipt.blockNumber),
        },
      });
    }
    const transaction = receipt && { hash: receipt.hash, blockNumber: receipt.blockNumber, gasUsed: receipt.gasUsed };
    const result = { number, transaction, ...outcome };
    results.push(result);
    onVerified?.(result, total);
  }
  return results;
}

type Outcome = Pick<BatchResult, "moved" | "left" | "gone">;

/** Of a batch that nothing can be moved of any more. */
async function nothingMoved(bridge: LegacyStakeWeightBridge, batch: readonly PlannedLock[]): Promise<Outcome> {
  const statuses = await mapLimited(batch, async ({ account }) => ({
    account,
    status: lockStatuses[Number(await bridge.statusOf(account))]!,
  }));
  return {
    moved: [],
    left: statuses.filter(({ status }) => status !== "None"),
    gone: statuses.filter(({ status }) => status === "None").map(({ account }) => account),
  };
}

async function send(
  bridge: LegacyStakeWeightBridge,
  batch: readonly PlannedLock[],
  { number, total, onSent }: { number: number; total: number } & Pick<BatchListener, "onSent">,
): Promise<TransactionReceipt | undefined> {
  const accounts = batch.map(({ account }) => account);
  let response: ContractTransactionResponse;
  try {
    if ((await bridge.migrate.staticCall(accounts)) === 0n) return undefined;
    const gasLimit = withMargin(await bridge.migrate.estimateGas(accounts), number);
    response = await bridge.migrate(accounts, { gasLimit });
  } catch (cause) {
    if (cause instanceof MigrationError) throw cause;
    throw new MigrationError(`batch ${number} of ${total} failed: ${describeFailure(cause)}`, { cause });
  }
  onSent?.({ number, total, hash: response.hash });
  return mined(bridge, response, `batch ${number} of ${total}, ${response.hash}`);
}

/** What a batch costs depends on the second in which it is mined. */
function withMargin(estimate: bigint, number: number): bigint {
  const limit = estimate + estimate / 5n + 100_000n;
  if (estimate > MOST_GAS) {
    throw new MigrationError(
      `batch ${number} needs ${String(estimate)} gas, more than fits a transaction: choose a smaller --batch-size`,
    );
  }
  return limit < MOST_GAS ? limit : MOST_GAS;
}

async function mined(
  bridge: LegacyStakeWeightBridge,
  response: ContractTransactionResponse,
  what: string,
): Promise<TransactionReceipt> {
  try {
    return (await response.wait(1, MINED_WITHIN_MS))!;
  } catch (cause) {
    if (isError(cause, "TRANSACTION_REPLACED") && !cause.cancelled && cause.receipt.status === 1) {
      return cause.receipt;
    }
    if (isError(cause, "TIMEOUT")) {
      throw new MigrationError(`${what}: not mined within 10 minutes; run again once it is`, { cause });
    }
    const reason = isCallException(cause) ? await reasonOf(bridge, response, cause.receipt?.blockNumber) : undefined;
    throw new MigrationError(`${what}: failed: ${reason ?? describeFailure(cause)}`, { cause });
  }
}

/** A receipt does not tell why; the same call at its block mostly does. */
async function reasonOf(
  bridge: LegacyStakeWeightBridge,
  { data, from, to, gasLimit }: ContractTransactionResponse,
  blockTag: number | undefined,
): Promise<string | undefined> {
  try {
    await bridge.runner!.call!({ data, from, to, gasLimit, blockTag });
    return undefined;
  } catch (error) {
    return describeFailure(error);
  }
}

/** What a mined batch did, by its own events, which have to fit the plan and each other. */
function readOutcome(options: {
  bridge: LegacyStakeWeightBridge;
  batch: readonly PlannedLock[];
  receipt: TransactionReceipt;
  addresses: MigrationAddresses;
  token: string;
}): Outcome {
  const { bridge, batch, receipt, addresses, token } = options;
  const where = `moved by ${receipt.hash} in block ${receipt.blockNumber}`;
  const amounts = new Map<string, bigint>();
  const left: Outcome["left"] = [];
  for (const log of receipt.logs.filter(({ address }) => address === addresses.legacy)) {
    const event = bridge.interface.parseLog(log);
    const account = event?.args[0] as string;
    if (event?.name === "LockMigrated") amounts.set(account, event.args[1] as bigint);
    if (event?.name === "LockLeft") left.push({ account, status: lockStatuses[Number(event.args[1])]! });
  }
  const moved = batch.filter(({ account }) => amounts.has(account));
  for (const { account, amount } of moved) {
    if (amounts.get(account) === amount) continue;
    const actual = String(amounts.get(account));
    throw new MigrationMismatch({ account, subject: "amount taken", expected: String(amount), actual, where });
  }
  const arrived = tokensArrived(receipt, addresses, token);
  const expected = sum(moved.map(({ amount }) => amount));
  if (arrived !== expected) {
    throw new MigrationMismatch({
      account: addresses.stakeWeight,
      subject: "tokens received",
      expected: String(expected),
      actual: String(arrived),
      where,
    });
  }
  const told = new Set([...amounts.keys(), ...left.map(({ account }) => account)]);
  return { moved, left, gone: batch.map(({ account }) => account).filter((account) => !told.has(account)) };
}

function tokensArrived(receipt: TransactionReceipt, addresses: MigrationAddresses, token: string): bigint {
  const { interface: events } = WCT__factory.connect(token);
  const transfers = receipt.logs
    .filter(({ address }) => address === token)
    .map((log) => events.parseLog(log))
    .filter((event) => event?.name === "Transfer");
  return sum(
    transfers
      .filter((event) => event!.args[0] === addresses.legacy && event!.args[1] === addresses.stakeWeight)
      .map((event) => event!.args[2] as bigint),
  );
}
