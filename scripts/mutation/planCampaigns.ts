import type { Analysis } from "./analyze";
import { analyze } from "./analyze";
import type { Mutant } from "./findMutants";
import type { Campaign } from "./runMutants";
import { sample } from "./sample";
import type { Target } from "./targets";

interface Plan {
  analysis: Analysis;
  campaigns: Campaign[];
  /** All mutants of each target, those that were not drawn too. */
  all: ReadonlyMap<Target, Mutant[]>;
}

/** Draws the mutants of each target. Compiles first: what the code's hash is of must be made of the sources that are changed. */
export async function planCampaigns(options: {
  root: string;
  targets: readonly Target[];
  /** How many of each target; all of them where it is not given. */
  size: number | undefined;
  seed: number;
  compile: () => Promise<void>;
  /** Hash of a contract's code as compiled last. */
  hashOf: (product: string) => string;
}): Promise<Plan> {
  const { root, targets, size, seed, compile, hashOf } = options;
  await compile();
  const analysis = analyze(root, targets);
  const all = new Map(targets.map((target) => [target, analysis.mutantsOf(target)]));
  const campaigns = [...all].map(([target, mutants]) => ({
    target,
    codeHash: hashOf(target.product),
    mutants: sample(mutants, size ?? mutants.length, seed),
  }));
  return { analysis, campaigns, all };
}
