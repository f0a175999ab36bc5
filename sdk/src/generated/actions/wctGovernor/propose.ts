// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { wctGovernor } from "./contract.js";

/** See `propose`. This function has opt-in frontrunning protection, described in `_isValidDescriptionForProposer`. */
export function propose(
  connection: Connection,
  options: {
    targets: readonly string[];
    values: readonly (bigint | number)[];
    calldatas: readonly string[];
    description: string;
  },
): Call<bigint> {
  return prepare(connection, wctGovernor, "propose(address[],uint256[],bytes[],string)", [
    options.targets,
    options.values,
    options.calldatas,
    options.description,
  ]);
}
