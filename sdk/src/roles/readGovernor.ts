import { contractOf } from "../connection/Connection.js";
import type { PinnedConnection } from "../connection/pin.js";
import { timelock } from "../generated/actions/wctGovernor/timelock.js";
import { token } from "../generated/actions/wctGovernor/token.js";
import type { RoleEntry } from "./RoleEntry.js";

/** By whom the governor has its proposals executed, which may also change its settings, and who tells it the votes. */
export async function readGovernor(connection: PinnedConnection): Promise<RoleEntry[]> {
  const contract = "WCTGovernor";
  const { address } = contractOf(connection, contract);
  const [executor, votes] = await Promise.all([timelock(connection), token(connection)]);
  return [
    { contract, address, role: "timelock", members: [executor] },
    { contract, address, role: "source of votes", members: [votes] },
  ];
}
