import type { Connection } from "../connection/Connection.js";
import type { Call } from "../contract/Call.js";
import { multicall } from "../generated/actions/stakeWeight/multicall.js";
import { selfPermit } from "../generated/actions/stakeWeight/selfPermit.js";
import type { Permit } from "../token/signPermit.js";

/** One transaction that uses a permit and then does what spends it. */
export function permitThen(
  connection: Connection,
  options: { amount: bigint; permit: Permit; call: Call<unknown> },
): Call<unknown> {
  const { amount, permit, call } = options;
  return multicall(connection, { data: [selfPermit(connection, { amount, ...permit }).data, call.data] });
}
