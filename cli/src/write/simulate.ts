import { type Call, type Connection, isContractError, token as tokens } from "stakeweight-sdk";
import { dataFeeOf } from "./dataFee.js";
import type { Step } from "./Plan.js";

/** What a step will cost; undefined while that cannot be told, because a step before it has to be mined first. */
export interface Simulated {
  step: Step;
  gas: bigint | undefined;
  /** What a chain of the OP Stack charges beside it, in wei; 0 elsewhere. */
  dataFee: bigint;
}

/**
 * Simulates the steps on today's state. Throws what the contract would refuse the first for, and what it would refuse any other
 * for, except an allowance that a step before it gives.
 */
export async function simulate(connection: Connection, steps: readonly Step[]): Promise<Simulated[]> {
  const simulated: Simulated[] = [];
  for (const [index, step] of steps.entries()) {
    const gas = index === 0 ? await gasOf(step.call) : await gasOnceApproved(connection, step.call);
    const dataFee = gas === undefined ? 0n : await dataFeeOf(connection.provider, { call: step.call, gas });
    simulated.push({ step, gas, dataFee });
  }
  return simulated;
}

/** Simulates a call and says how much gas it needs. Throws what it would be refused for. */
export async function gasOf(call: Call<unknown>): Promise<bigint> {
  await call.simulate();
  return call.estimateGas();
}

async function gasOnceApproved(connection: Connection, call: Call<unknown>): Promise<bigint | undefined> {
  try {
    return await gasOf(call);
  } catch (error) {
    if (!isContractError(error, "ERC20InsufficientAllowance")) throw error;
    // The contracts take tokens last, so only that is left to fail: try what they will do.
    const { spender, needed } = error.args;
    await tokens.transfer(connection, { to: spender, value: needed }).simulate();
    return undefined;
  }
}
