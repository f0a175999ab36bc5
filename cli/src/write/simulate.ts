import type { Call } from "stakeweight-sdk";
import { isMissingAllowance } from "./isMissingAllowance.js";
import type { Step } from "./Plan.js";

/** What a step will cost; undefined while that cannot be told, because a step before it has to be mined first. */
export interface Simulated {
  step: Step;
  gas: bigint | undefined;
}

/**
 * Simulates the steps on today's state. Throws what the contract would refuse the first for, and what it would refuse any other
 * for, except an allowance that a step before it gives.
 */
export async function simulate(steps: readonly Step[]): Promise<Simulated[]> {
  const simulated: Simulated[] = [];
  for (const [index, step] of steps.entries()) {
    simulated.push({ step, gas: index === 0 ? await gasOf(step.call) : await gasIfKnown(step.call) });
  }
  return simulated;
}

/** Simulates a call and says how much gas it needs. Throws what it would be refused for. */
export async function gasOf(call: Call<unknown>): Promise<bigint> {
  await call.simulate();
  return call.estimateGas();
}

async function gasIfKnown(call: Call<unknown>): Promise<bigint | undefined> {
  try {
    return await gasOf(call);
  } catch (error) {
    if (isMissingAllowance(error)) return undefined;
    throw error;
  }
}
