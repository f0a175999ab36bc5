// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { timelock } from "./contract.js";

/** Returns true if this contract implements the interface defined by `interfaceId`. See the corresponding https://eips.ethereum.org/EIPS/eip-165#how-interfaces-are-identified[ERC section] to learn more about how these ids are created. This function call must use less than 30 000 gas. */
export function supportsInterface(connection: Connection, options: { interfaceId: string }): Promise<boolean> {
  return read(connection, timelock, "supportsInterface(bytes4)", [options.interfaceId]);
}
