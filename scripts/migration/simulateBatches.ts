import type { Provider } from "ethers";
import { LegacyStakeWeightBridge__factory } from "../../typechain-types";
import { describeFailure } from "./describeFailure";
import type { Plan } from "./planMigration";
import type { OnProgress } from "./types";

/** What would become of a batch if it were the next transaction. */
export interface SimulatedBatch {
  /** Counted from 1. */
  number: number;
  /** In wei. */
  moved: bigint;
  gas: bigint;
  /** Why it fails, if it does. */
  failure: string | undefined;
}

/** Calls each batch without sending it. */
export async function simulateBatches(options: {
  provider: Provider;
  legacy: string;
  plan: Plan;
  onProgress?: OnProgress;
}): Promise<SimulatedBatch[]> {
  const { provider, legacy, plan, onProgress } = options;
  const bridge = LegacyStakeWeightBridge__factory.connect(legacy, provider);
  const simulated: SimulatedBatch[] = [];
  for (const [index, batch] of plan.batches.entries()) {
    const number = index + 1;
    const accounts = batch.map(({ account }) => account);
    try {
      const moved = await bridge.migrate.staticCall(accounts);
      simulated.push({ number, moved, gas: await bridge.migrate.estimateGas(accounts), failure: undefined });
    } catch (error) {
      simulated.push({ number, moved: 0n, gas: 0n, failure: describeFailure(error) });
    }
    onProgress?.({ what: "simulated batches", done: number, total: plan.batches.length });
  }
  return simulated;
}
