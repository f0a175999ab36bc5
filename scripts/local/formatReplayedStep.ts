import { dim, yellow } from "picocolors";
import { formatTime } from "../format/formatTime";
import { formatWct } from "../format/formatWct";
import { describeStep } from "../scenario/describeStep";
import type { ReplayedStep } from "../scenario/replayScenario";

/** A replayed step as a line. */
export function formatReplayedStep({ step, number, total, refusal, paid }: ReplayedStep): string {
  let result = "";
  if (refusal !== undefined) result = yellow(`  ✗ ${refusal}`);
  else if (paid !== undefined) result = paid === 0n ? ": nothing is due" : `: ${formatWct(paid)} WCT`;
  return `  ${dim(`${placeOf(number, total)}  ${formatTime(step.t)}`)}  ${describeStep(step)}${result}`;
}

/** " 7/55" */
export function placeOf(number: number, total: number): string {
  return `${String(number).padStart(String(total).length)}/${total}`;
}
