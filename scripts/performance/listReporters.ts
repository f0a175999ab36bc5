import { getAddress } from "ethers";
import { type Configuration, Phase, type Reporter, type SeatedSet } from "./types";

/**
 * Who may report on an epoch, in the order of their indices: in Phase 1 the committee, in Phase 2 the seated nodes with
 * their keys and stake weights, given in the order of the set.
 */
export function listReporters(
  options:
    | { phase: typeof Phase.One; configuration: Pick<Configuration, "committee"> }
    | { phase: typeof Phase.Two; set: SeatedSet; keys: readonly string[]; weights: readonly bigint[] },
): Reporter[] {
  if (options.phase === Phase.One) {
    return options.configuration.committee.map(({ reporter, operator }, index) => {
      const address = getAddress(reporter);
      return { index: BigInt(index), address, signer: address, operator: getAddress(operator), weight: 1n };
    });
  }
  const { set, keys, weights } = options;
  if (keys.length !== set.operators.length || weights.length !== set.operators.length) {
    throw new RangeError(
      `${set.operators.length} nodes are seated, but there are ${keys.length} keys and ${weights.length} weights`,
    );
  }
  return set.operators.map((operator, index) => {
    const address = getAddress(operator);
    const signer = getAddress(keys[index]!);
    return { index: BigInt(index), address, signer, operator: address, weight: weights[index]! };
  });
}
