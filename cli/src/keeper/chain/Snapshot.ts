import { atBlock, type Connection, registry } from "stakeweight-sdk";
import type { FailoverProvider } from "../rpc/FailoverProvider.js";
import type { Head } from "../rpc/HeadGuard.js";
import type { EventLedger } from "./EventLedger.js";
import type { LedgerState } from "./LedgerState.js";

/** The state after one block. */
export interface Snapshot {
  /** Reads the state after the block. */
  connection: Connection;
  head: Head;
  ledger: LedgerState;
}

/** Looks at the newest block. Throws an RpcFailure if what the RPC tells of it does not fit together. */
export async function takeSnapshot(options: {
  provider: FailoverProvider;
  connection: Connection;
  ledger: EventLedger;
}): Promise<Snapshot> {
  const { provider, ledger } = options;
  const head = await provider.readHead();
  if (head.number < ledger.keptTo) {
    const told = `its head, block ${head.number}, is below block ${ledger.keptTo}, which was final already`;
    // It lags, or the chain is another one now: then everything is read again.
    ledger.forget();
    throw provider.distrust("head", told);
  }
  const connection = atBlock(options.connection, head.number);
  // One after the other: were the count refused, the ledger would go on reading beside the next round.
  const state = await ledger.read(head);
  const counts = await registry.counts(connection);
  // The contract's own count shows whether the node kept events back.
  if (BigInt(state.calledUp.size) !== counts.calledUp) {
    ledger.forget();
    const told = `its events leave ${state.calledUp.size} nodes called up, the contract counts ${counts.calledUp}`;
    throw provider.distrust("answer", told);
  }
  return { connection, head, ledger: state };
}
