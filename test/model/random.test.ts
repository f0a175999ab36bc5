import fc from "fast-check";
import { network } from "hardhat";
import { Chain } from "./Chain";
import { Comparison } from "./Comparison";
import { plan } from "./Plan";

/**
 * From outside: `FC_SEED` and `FC_RUNS`; `FC_PATH` replays one counterexample of a seed; `FC_SECONDS` is the time limit,
 * shrinking included; `FC_TALLY` shows how often each operation succeeded or was refused.
 */
const { FC_SEED, FC_RUNS, FC_PATH, FC_SECONDS, FC_TALLY } = process.env;
const parameters = {
  seed: Number(FC_SEED ?? 20_260_101),
  numRuns: Number(FC_RUNS ?? 36),
  // Edges are drawn on purpose; fast-check's own bias would make the scenarios short.
  unbiased: true,
  interruptAfterTimeLimit: Number(FC_SECONDS ?? 540) * 1_000,
  markInterruptAsFailure: true,
  ...(FC_PATH === undefined ? {} : { path: FC_PATH }),
};

describe("StakeWeight and RewardDistributor against the reference model", function () {
  this.timeout(0);
  let pristine: unknown;
  let chain: Chain;

  before(async () => {
    pristine = await network.provider.send("evm_snapshot");
    chain = await Chain.deploy();
  });

  after(async () => {
    await network.provider.send("evm_revert", [pristine]);
  });

  it(`agree after every operation of ${parameters.numRuns} random scenarios`, async () => {
    const tally = new Map<string, number>();
    let hasFailed = false;
    const agree = fc.asyncProperty(plan, async (scenario) => {
      try {
        const comparison = await Comparison.run(chain, scenario);
        for (const [key, count] of comparison.tally) tally.set(key, (tally.get(key) ?? 0) + count);
      } catch (error) {
        // Shrinking takes minutes; what is known is shown at once.
        if (!hasFailed) console.error(`seed ${parameters.seed}: ${String(error)}\nShrinking …`);
        hasFailed = true;
        throw error;
      }
    });
    await fc.assert(agree, parameters);
    if (FC_TALLY !== undefined) console.table([...tally].sort());
  });
});
