import { cyan, dim, yellow } from "picocolors";
import { formatTime } from "../format/formatTime";
import { describeNodeStep } from "./describeNodeStep";
import { placeOf } from "./formatReplayedStep";
import type { DoneNodeStep } from "./runNodes";

/** A step of the nodes' days as a line, with those below that tell what followed from it. */
export function formatNodeStep(done: DoneNodeStep): string {
  const { step, number, total } = done;
  const { text, refusal, notes } = describeNodeStep(done);
  const place = `${placeOf(number, total)}  ${formatTime(step.t)}`;
  const result = refusal === undefined ? "" : yellow(`  ✗ ${refusal}`);
  const indent = " ".repeat(place.length + 4);
  return [`  ${dim(place)}  ${text}${result}`, ...notes.map((note) => `${indent}${cyan("→")} ${note}`)].join("\n");
}
