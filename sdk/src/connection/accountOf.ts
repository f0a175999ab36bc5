import { getAddress, isAddress } from "ethers";
import { InvalidValueError } from "../errors/InvalidValueError.js";
import type { Connection } from "./Connection.js";

/** The account that is meant: the one named, else the connection's. Throws {@link InvalidValueError} if there is neither. */
export function accountOf(connection: Connection, account: string | undefined = connection.account): string {
  if (account === undefined || !isAddress(account)) {
    throw new InvalidValueError("account", account, "an address, named here or by the connection");
  }
  return getAddress(account);
}
