// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { rewardDistributor } from "./contract.js";

/** @returns The reward token. */
export function token(connection: Connection): Promise<string> {
  return read(connection, rewardDistributor, "token()", []);
}
