import fc from "fast-check";
import { network } from "hardhat";
import { Chain } from "./Chain";
import { Comparison } from "./Comparison";
import { plan } from "./Plan";

/** Both can be set from outside; `FC_PATH` replays one counterexample of a seed. */
const seed = Number(process.env.FC_SEED ?? 20_260_101);
const numRuns = Number(process.env.FC_RUNS ?? 40);
const path = process.env.FC_PATH;

describe("StakeWeight and RewardDistributor against the reference model", function () {
  this.timeout(0);
  let before_: unknown;
  let chain: Chain;

  before(async () => {
    before_ = await network.provider.send("evm_snapshot");
    chain = await Chain.deploy();
  });

  after(async () => {
    await network.provider.send("evm_revert", [before_]);
  });

  it(`agree after every operation of ${numRuns} random scenarios`, async () => {
    const tally = new Map<string, number>();
    const agrees = fc.asyncProperty(plan, async (scenario) => {
      const comparison = await Comparison.run(chain, scenario);
      for (const [key, count] of comparison.tally) tally.set(key, (tally.get(key) ?? 0) + count);
    });
    await fc.assert(agrees, { seed, numRuns, ...(path === undefined ? {} : { path }) });
    if (process.env.FC_TALLY !== undefined) console.table([...tally].sort());
  });
});
