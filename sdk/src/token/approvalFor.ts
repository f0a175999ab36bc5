import type { Call } from "../contract/Call.js";
import { type Connection, contractOf } from "../connection/Connection.js";
import type { ContractName } from "../deployments/Deployment.js";
import { allowance } from "../generated/actions/wct/allowance.js";
import { approve } from "../generated/actions/wct/approve.js";

/** The approval of exactly `amount` wei that a contract needs to pull them; undefined if it may pull as much already. */
export async function approvalFor(
  connection: Connection,
  options: { owner: string; contract: ContractName; amount: bigint },
): Promise<Call<unknown> | undefined> {
  const { owner, contract, amount } = options;
  const spender = contractOf(connection, contract).address;
  const allowed = await allowance(connection, { owner, spender });
  return allowed >= amount ? undefined : approve(connection, { spender, value: amount });
}
