import { ZeroAddress } from "ethers";
import { type Connection, registry, staking } from "stakeweight-sdk";
import type { Standby } from "../chain/LedgerState.js";
import type { Duty, Job } from "./Duty.js";

/** All seats, those of called-up and confined nodes included. */
const SEATS = 32n;

/** The most accounts that StakeWeight weighs in one call. */
const WEIGHED_AT_ONCE = 256;

interface Ranked extends Standby {
  weight: bigint;
}

/**
 * Calls up the standing-by nodes of the most stake weight: for the free places, and then in the place of called-up nodes of
 * less weight. Of equal ones the earliest registration comes first.
 */
export const callUp: Duty = {
  name: "callUp",
  async find({ connection, head, ledger }) {
    if (ledger.standby.size === 0 || (await registry.paused(connection))) return [];
    const [counts, targets] = await Promise.all([registry.counts(connection), registry.targets(connection)]);
    const occupied = counts.active + counts.reserved + counts.calledUp;
    const target = targets.active + targets.reserved;
    const freePlaces = target > occupied ? target - occupied : 0n;
    const freeSeats = SEATS - occupied - counts.confined;
    const free = Number(freePlaces < freeSeats ? freePlaces : freeSeats);
    if (free === 0 && ledger.calledUp.size === 0) return [];

    const now = BigInt(head.timestamp);
    const [confirmation, displacement] = await Promise.all([
      registry.confirmationTime(connection),
      registry.displacementTime(connection),
    ]);
    // After that it is the node's turn to confirm.
    const open = [...ledger.calledUp.values()].filter(({ confirmBy }) => now < confirmBy - confirmation + displacement);
    const candidates = (await rank(connection, [...ledger.standby.values()], now)).filter(({ locked }) => locked);
    const displaceable = (await rank(connection, open, now)).reverse();
    const jobs = candidates.slice(0, free).map((candidate) => jobOf(candidate));
    for (const [index, candidate] of candidates.slice(free, free + displaceable.length).entries()) {
      const weakest = displaceable[index]!;
      if (candidate.weight <= weakest.weight) break;
      jobs.push(jobOf(candidate, weakest));
    }
    return jobs;
  },
};

function jobOf({ operator, weight }: Ranked, displaced?: Ranked): Job {
  const other = displaced?.operator ?? ZeroAddress;
  return {
    key: `callUp:${operator}:${other}:${weight}`,
    prepare: (connection) => registry.callUp(connection, { candidate: operator, displaced: other }),
  };
}

/** The nodes by stake weight, the most first, and whether their positions qualify. */
async function rank<T extends Standby>(
  connection: Connection,
  nodes: readonly T[],
  timestamp: bigint,
): Promise<(T & Ranked & { locked: boolean })[]> {
  if (nodes.length === 0) return [];
  const [minAmount, minPresetWeeks] = await Promise.all([
    registry.minStake(connection),
    registry.minPresetWeeks(connection),
  ]);
  const ranked: (T & Ranked & { locked: boolean })[] = [];
  for (let first = 0; first < nodes.length; first += WEIGHED_AT_ONCE) {
    const some = nodes.slice(first, first + WEIGHED_AT_ONCE);
    const accounts = some.map(({ operator }) => operator);
    const { weights, locked } = await staking.weightsAt(connection, { accounts, timestamp, minAmount, minPresetWeeks });
    for (const [index, node] of some.entries()) {
      ranked.push({ ...node, weight: weights[index]!, locked: ((locked >> BigInt(index)) & 1n) === 1n });
    }
  }
  return ranked.sort(
    (one, other) => compare(other.weight, one.weight) || compare(one.registration, other.registration),
  );
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
