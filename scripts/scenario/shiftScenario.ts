import type { PositionView, Scenario, Step } from "./types";
import { WEEK } from "./week";

/** Moves a scenario by whole weeks, which changes no result. */
export function shiftScenario(scenario: Scenario, weeks: number): Scenario {
  if (!Number.isSafeInteger(weeks)) throw new RangeError(`a scenario is shifted by whole weeks, not by ${weeks}`);
  const seconds = weeks * WEEK;
  if (scenario.start + seconds < 0) {
    throw new RangeError(`shifted by ${weeks} weeks, the scenario would start before 1970`);
  }
  return {
    ...scenario,
    start: scenario.start + seconds,
    ops: scenario.ops.map((step) => shiftStep(step, seconds)),
  };
}

function shiftStep(step: Step, seconds: number): Step {
  const shifted: Step = { ...step, t: step.t + seconds };
  if (shifted.position) shifted.position = shiftPosition(shifted.position, seconds);
  if (shifted.op === "fund") {
    const [weekStart, amount] = shifted.args;
    shifted.args = [weekStart + BigInt(seconds), amount];
  }
  return shifted;
}

function shiftPosition(position: PositionView, seconds: number): PositionView {
  return position.unlockEnd === 0 ? position : { ...position, unlockEnd: position.unlockEnd + seconds };
}
