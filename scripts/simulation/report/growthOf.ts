import type { SimulationRecord } from "../record";
import { count } from "./count";
import { gasRows, percent } from "./gasRows";

/** By so much, in parts, the median of an operation may be larger in the last weeks of a run than in the first. */
export const MOST_GROWTH = 0.15;

/** An operation that happened less often at one of the ends is not judged: which kinds of calls came together is chance. */
export const LEAST_TIMES = 30;

/** Costs by the number of wallets that it names, and is judged by the wallet instead. */
const COSTS_BY_WALLETS = "finalize (wallets)";

/** How the cost of an operation changed from the first to the last weeks of a run. */
export interface Growth {
  operation: string;
  /** The medians. */
  first: number;
  last: number;
  /** In parts of the first; negative if it fell. */
  growth: number;
}

/** A cost grew while the network ran. */
export class GrowthError extends Error {
  override readonly name = "GrowthError";

  constructor(grown: readonly Growth[]) {
    const costs = grown.map(
      ({ operation, first, last, growth }) =>
        `the median of ${operation} grew from ${count(first)} to ${count(last)} gas (${percent(growth)})`,
    );
    super(`${costs.join("; ")}; ${MOST_GROWTH * 100} % are the most that is allowed`);
  }
}

/** Every operation that can be judged, with the change of its median. */
export function growthOf(record: SimulationRecord): Growth[] {
  return gasRows(record).flatMap(({ operation, first, last }) => {
    if (operation === COSTS_BY_WALLETS || !first || !last) return [];
    if (Math.min(first.times, last.times) < LEAST_TIMES) return [];
    return [{ operation, first: first.median, last: last.median, growth: last.median / first.median - 1 }];
  });
}

/** Throws a {@link GrowthError} if a cost grew by more than {@link MOST_GROWTH}. */
export function expectNoGrowth(record: SimulationRecord): void {
  const grown = growthOf(record).filter(({ growth }) => growth > MOST_GROWTH);
  if (grown.length !== 0) throw new GrowthError(grown);
}
