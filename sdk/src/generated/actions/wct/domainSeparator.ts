// Generated from the contracts by `npm run build`. Never edited.
import { read } from "../../../contract/read.js";
import type { Connection } from "../../../connection/Connection.js";
import { wct } from "./contract.js";

/** Returns the domain separator used in the encoding of the signature for `permit`, as defined by `EIP712`. */
export function domainSeparator(connection: Connection): Promise<string> {
  return read(connection, wct, "DOMAIN_SEPARATOR()", []);
}
