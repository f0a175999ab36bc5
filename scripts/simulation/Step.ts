import type { Log, Transaction } from "./chain/SimulationChain";

/** A transaction with what has to come of it. */
export interface Step extends Transaction {
  /** Whether the contracts have to do it, or have to refuse it. */
  isAllowed: boolean;
  /** Checks what happened, and does the same in the model. Not called for what was refused. */
  done?: (logs: Log[]) => void;
}
