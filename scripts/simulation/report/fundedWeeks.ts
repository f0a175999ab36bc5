import type { SimulationRecord } from "../record";
import { FUNDING_ROUND } from "../stakers/Funding";

/** The weeks that a funding was meant for: each is for its own week and those up to the last of its round. */
export function fundedWeeks({ gas }: Pick<SimulationRecord, "gas">): Set<number> {
  const fundings = gas["fundRange"]?.weeks ?? [];
  return new Set(fundings.flatMap((first) => Array.from({ length: FUNDING_ROUND - 1 }, (_, index) => first + index)));
}
