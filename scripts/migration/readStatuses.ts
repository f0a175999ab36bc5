import type { Provider } from "ethers";
import { LegacyStakeWeightBridge__factory, StakeWeight__factory } from "../../typechain-types";
import { mapLimited } from "./mapLimited";
import { statusOf } from "./statusOf";
import {
  type BlockPoint,
  type Lock,
  lockStatuses,
  type MigrationAddresses,
  type OnProgress,
  type PlannedLock,
} from "./types";

/** What the bridge would do with each lock at one block: asked, or computed while the legacy contract is not the bridge. */
export async function readStatuses(options: {
  provider: Provider;
  addresses: MigrationAddresses;
  isBridge: boolean;
  locks: readonly Lock[];
  block: BlockPoint;
  onProgress?: OnProgress;
}): Promise<PlannedLock[]> {
  const { provider, addresses, isBridge, locks, block, onProgress } = options;
  const bridge = LegacyStakeWeightBridge__factory.connect(addresses.legacy, provider);
  const stakeWeight = StakeWeight__factory.connect(addresses.stakeWeight, provider);
  const at = { blockTag: block.number };
  const read = async (lock: Lock): Promise<PlannedLock> => {
    if (isBridge) return { ...lock, status: lockStatuses[Number(await bridge.statusOf(lock.account, at))]! };
    const { amount } = await stakeWeight.positionOf(lock.account, at);
    return { ...lock, status: statusOf(lock, { timestamp: block.timestamp, hasPosition: amount !== 0n }) };
  };
  return mapLimited(locks, read, {
    onDone: (done) => onProgress?.({ what: "statuses", done, total: locks.length }),
  });
}
