import { accountOf } from "../connection/accountOf.js";
import type { Connection } from "../connection/Connection.js";
import type { Call } from "../contract/Call.js";
import { propose } from "../generated/actions/wctGovernor/propose.js";

/**
 * A proposal that the timelock makes these calls, one after the other. Its description ends with who proposes it, so that
 * nobody else can propose the same before, and then cancel it.
 *
 * Simulated, it returns the id that the proposal will have. Throws `InvalidValueError` on a connection that names nobody.
 */
export function prepareProposal(
  connection: Connection,
  options: {
    /** Any calls of this package, or what has to be called elsewhere; `value` in wei of the chain's own currency. */
    calls: readonly { to: string; data: string; value?: bigint }[];
    description: string;
  },
): Call<bigint> {
  const { calls, description } = options;
  const proposer = accountOf(connection);
  return propose(connection, {
    targets: calls.map(({ to }) => to),
    values: calls.map(({ value = 0n }) => value),
    calldatas: calls.map(({ data }) => data),
    description: `${description}#proposer=${proposer}`,
  });
}
