import type { Connection } from "stakeweight-sdk";
import { UsageError } from "../errors/UsageError.js";
import type { Settings } from "../Settings.js";

/** The account that is asked for, or one's own. Throws {@link UsageError} if neither is known. */
export function accountOrOwn(account: string | undefined, connection: Connection, { keystore }: Settings): string {
  const known = account ?? connection.account;
  if (known === undefined && keystore !== undefined) {
    throw new UsageError(`whose? ${keystore} does not say whose key it has: name the account, or give --from ADDRESS`);
  }
  if (known === undefined) {
    throw new UsageError(
      "whose? Name an account, or set STAKEWEIGHT_FROM, STAKEWEIGHT_KEYSTORE or STAKEWEIGHT_PRIVATE_KEY",
    );
  }
  return known;
}
