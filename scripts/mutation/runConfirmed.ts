import type { Task } from "./messages";
import type { LimitOf, Result, Worker } from "./Worker";

/** Runs a task. What was stopped or broken is run once more in a new process: it may have been the process, or a busy machine. */
export async function runConfirmed(
  worker: Pick<Worker, "run">,
  task: Task,
  limitOf: LimitOf,
): Promise<Result["outcome"]> {
  const { outcome } = await worker.run(task, limitOf);
  if (outcome.kind !== "stopped" && outcome.kind !== "broken") return outcome;
  return (await worker.run(task, limitOf)).outcome;
}
