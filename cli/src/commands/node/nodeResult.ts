import { type Connection, identities, registry } from "stakeweight-sdk";
import { formatMoment } from "../../output/formatTime.js";
import type { Plan } from "../../write/Plan.js";

/** What became of the account's node, read from the chain. */
export async function nodeResult(connection: Connection): ReturnType<Plan["result"]> {
  const operator = connection.account!;
  const [{ status, returnsAt }, endpoint, block] = await Promise.all([
    registry.nodeOf(connection, { operator }),
    identities.endpointOf(connection, { operator }),
    connection.provider.getBlock("latest"),
  ]);
  return {
    facts: [
      ["Operator", operator],
      ["Status", status],
      ["Endpoint", endpoint || undefined],
      ["Can return", returnsAt === 0n ? undefined : formatMoment(returnsAt, block!.timestamp)],
    ],
    json: { operator, status, endpoint, returnsAt },
  };
}
