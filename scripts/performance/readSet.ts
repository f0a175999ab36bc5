import type { NodeContracts } from "../chain/contracts";
import { hashSeatedSet } from "./hashSeatedSet";
import type { SeatedSet } from "./types";

/**
 * The nodes that were seated at the opening of the running epoch or the one before. The chain keeps only the hash of the set;
 * the set itself is told by an event. Before the opening is written, it is who is seated now, unless somebody returned since.
 */
export async function readSet({ registry }: Pick<NodeContracts, "registry">, epoch: bigint): Promise<SeatedSet> {
  const setHash = await registry.setHashAt(epoch);
  const [event] = await registry.queryFilter(registry.filters.SeatedSetRecorded(setHash));
  const { active, reserved, operators } = event?.args.set ?? (await registry.seatedSet());
  const set = { active, reserved, operators: [...operators] };
  if (hashSeatedSet(set) !== setHash) throw new Error(`the opening of epoch ${epoch.toString()} is not written yet`);
  return set;
}
