import type { Call } from "stakeweight-sdk";
import type { Step } from "./Plan.js";

/** The calls of one action as steps: the last one is the action itself, one before it approves. */
export function stepsOf(calls: readonly Call<unknown>[], names: { title: string; approval: string }): Step[] {
  return calls.map((call, index) => ({
    call,
    description: index === calls.length - 1 ? names.title : names.approval,
  }));
}
