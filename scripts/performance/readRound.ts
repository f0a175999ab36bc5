import type { Contracts, NodeContracts } from "../chain/contracts";
import { epochStart } from "./epoch";
import { listReporters } from "./listReporters";
import { readConfiguration } from "./readConfiguration";
import { readSet } from "./readSet";
import { type Configuration, Phase, type Reporter, type SeatedSet } from "./types";

/** What the reporters of an epoch have to know. */
export interface Round {
  epoch: bigint;
  phase: Phase;
  set: SeatedSet;
  configuration: Configuration;
  reporters: Reporter[];
}

/** Reads the round of the running epoch or the one before, after the chain has written its opening (`NodeRegistry.update`). */
export async function readRound(options: {
  contracts: Pick<NodeContracts, "registry" | "identities" | "oracle"> & Pick<Contracts, "stakeWeight">;
  epoch: bigint;
}): Promise<Round> {
  const { contracts, epoch } = options;
  const { registry, identities, oracle, stakeWeight } = contracts;
  const [phase, set, configuration] = await Promise.all([
    registry.phaseAt(epoch) as Promise<Phase>,
    readSet(contracts, epoch),
    readConfiguration({ oracle, epoch }),
  ]);
  if (phase === Phase.One) {
    return { epoch, phase, set, configuration, reporters: listReporters({ phase, configuration }) };
  }
  const [keys, { weights }] = await Promise.all([
    identities.keysAt(set.operators, epoch),
    // Whom it qualifies is not asked.
    stakeWeight.weightsAt(set.operators, epochStart(epoch), 0, 0),
  ]);
  return { epoch, phase, set, configuration, reporters: listReporters({ phase, set, keys, weights }) };
}
