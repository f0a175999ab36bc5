import { nodeRewards } from "stakeweight-sdk";
import { slashKey } from "../chain/LedgerState.js";
import type { Duty } from "./Duty.js";

/** Executes the slashes whose time for a veto is over. */
export const executeSlash: Duty = {
  name: "executeSlash",
  find({ head, ledger }) {
    const due = [...ledger.slashes.values()].filter(({ dueAt }) => dueAt <= BigInt(head.timestamp));
    return Promise.resolve(
      due.map((slash) => ({
        key: `executeSlash:${slashKey(slash)}`,
        prepare: (connection) => {
          const { operator, epoch, offence } = slash;
          return nodeRewards.executeSlash(connection, { operator, epoch, offence });
        },
      })),
    );
  },
};
