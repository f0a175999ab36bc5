import { registry } from "stakeweight-sdk";
import type { Duty } from "./Duty.js";

/** Frees the places of called-up nodes that did not confirm in time. */
export const deactivateMissed: Duty = {
  name: "deactivateMissed",
  find({ head, ledger }) {
    const missed = [...ledger.calledUp.values()].filter(({ confirmBy }) => confirmBy <= BigInt(head.timestamp));
    return Promise.resolve(
      missed.map(({ operator, confirmBy }) => ({
        key: `deactivateMissed:${operator}:${confirmBy}`,
        prepare: (connection) => registry.deactivateMissed(connection, { operator }),
      })),
    );
  },
};
