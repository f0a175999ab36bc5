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
  const connection = atBlock(options.connection, head.number);
  const [state, counts] = await Promise.all([ledger.read(head), registry.counts(connection)]);
  // The contract's own count shows whether the node kept events back.
  if (BigInt(state.calledUp.size) !== counts.calledUp) {
    ledger.forget();
    const told = `its events leave ${state.calledUp.size} nodes called up, the contract counts ${counts.calledUp}`;
    throw provider.distrust("answer", told);
  }
  return { connection, head, ledger: state };
}
