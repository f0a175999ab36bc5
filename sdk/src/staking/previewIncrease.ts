import type { Connection } from "../connection/Connection.js";
import type { Preview, Refusal } from "./Preview.js";
import { previewOf } from "./previewOf.js";
import { readSituation, type Situation } from "./readSituation.js";

/**
 * What `increaseAmount` would do: more weight on the same terms. Exact to the wei for the second `at`.
 *
 * If StakeWeight would refuse, `refusal` says so: EnforcedPause, ZeroAmount, NoActivePosition or StakeLimitExceeded.
 *
 * @param options.amount What is added, in wei.
 * @param options.account Whose position; the connection's account by default.
 * @param options.at When it takes effect, unix seconds; the chain's clock by default.
 */
export async function previewIncrease(
  connection: Connection,
  options: { amount: bigint | number; account?: string; at?: bigint | number },
): Promise<Preview> {
  const added = BigInt(options.amount);
  const situation = await readSituation(connection, options);
  const { position } = situation;
  return previewOf(situation, { ...position, amount: position.amount + added }, refusalOf(situation, added));
}

/** In the order in which StakeWeight checks. */
function refusalOf({ isPaused, position, account, room }: Situation, amount: bigint): Refusal | undefined {
  if (isPaused) return { error: "EnforcedPause", args: {} };
  if (amount === 0n) return { error: "ZeroAmount", args: {} };
  if (position.state !== "Locked" && position.state !== "Unlocking") {
    return { error: "NoActivePosition", args: { account, state: position.state } };
  }
  if (amount > room) return { error: "StakeLimitExceeded", args: { amount, available: room } };
  return undefined;
}
