import { accountOf } from "../connection/accountOf.js";
import { type Connection, contractOf } from "../connection/Connection.js";
import type { Call } from "../contract/Call.js";
import { approvalFor } from "../token/approvalFor.js";
import { type Permit, signPermit } from "../token/signPermit.js";

/**
 * The calls for one that takes `amount` wei from the connection's account: it alone if the allowance is enough, else with a
 * permit in the same call, else after an approval of exactly the amount.
 */
export async function callsWithTokens(
  connection: Connection,
  options: {
    amount: bigint;
    /** False: no permit, even if there could be one. */
    permit: boolean | undefined;
    call: Call<unknown>;
    withPermit: (permit: Permit) => Call<unknown>;
  },
): Promise<Call<unknown>[]> {
  const { amount, permit: mayPermit = true, call, withPermit } = options;
  const owner = accountOf(connection);
  const approval = await approvalFor(connection, { owner, contract: "StakeWeight", amount });
  if (!approval) return [call];
  const spender = contractOf(connection, "StakeWeight").address;
  const permit = mayPermit ? await signPermit(connection, { spender, value: amount }) : undefined;
  return permit ? [withPermit(permit)] : [approval, call];
}
