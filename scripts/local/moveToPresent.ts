import { shiftScenario } from "../scenario/shiftScenario";
import type { Scenario } from "../scenario/types";
import { WEEK } from "../scenario/week";

/** A local chain begins this long before its scenario, in seconds: time to deploy and to hand out WCT. */
export const HEAD_START = 86_400;

/** A local chain cannot begin earlier than this: 1970-01-08, so that there is a week before its first. */
const EARLIEST_START = WEEK + HEAD_START;

/**
 * Moves a scenario by whole weeks so that it ends within the week before `by`, unix seconds; one too long for that begins as
 * early as it can and ends later.
 */
export function moveToPresent(scenario: Scenario, by: number): { scenario: Scenario; weeks: number } {
  const end = scenario.ops.at(-1)?.t ?? scenario.start;
  const weeks = Math.max(Math.floor((by - end) / WEEK), Math.ceil((EARLIEST_START - scenario.start) / WEEK));
  return { scenario: shiftScenario(scenario, weeks), weeks };
}
