import { registry } from "stakeweight-sdk";
import type { Duty } from "./Duty.js";

const DAY = 86_400n;

/**
 * Writes what is due in the registry: confinements that are over, so that a returning node can take a free active seat, and the
 * opening of an epoch with another seated set than the one recorded last. Views tell both before anybody writes them, so it is
 * the events that tell what is written. An opening with the set of the one before is left to whoever acts next.
 */
export const releaseNodes: Duty = {
  name: "releaseNodes",
  async find({ connection, head, ledger }) {
    const now = BigInt(head.timestamp);
    const returning = [...ledger.confined].filter(([, until]) => until <= now).map(([operator]) => operator);
    const epoch = now / DAY;
    const setHash = await registry.setHashAt(connection, { epoch });
    const isOpeningDue = ledger.recordedSetHash !== undefined && ledger.recordedSetHash !== setHash;
    if (returning.length === 0 && !isOpeningDue) return [];
    const circumstances = isOpeningDue ? `${epoch}:${setHash}` : "";
    return [
      { key: `releaseNodes:${circumstances}:${returning.sort().join(",")}`, prepare: (each) => registry.update(each) },
    ];
  },
};
