import { pin } from "../connection/pin.js";
import type { Connection } from "../connection/Connection.js";

/** The chain's clock: the second of its newest block, or of the connection's one, in unix seconds. */
export async function chainTime(connection: Connection): Promise<bigint> {
  return (await pin(connection)).timestamp;
}
