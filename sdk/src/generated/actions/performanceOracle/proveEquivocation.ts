// Generated from the contracts by `npm run build`. Never edited.
import { prepare } from "../../../contract/prepare.js";
import type { Call } from "../../../contract/Call.js";
import type { Connection } from "../../../connection/Connection.js";
import { performanceOracle } from "./contract.js";
import type * as types from "./types.js";

/**
 * Proves that a reporter of Phase 2 signed two different reports for one epoch: it is deactivated and slashed, once for all that it signed until now. Anyone may.
 *
 * Reverts with `EpochNotProvable`, `NoEquivocation`, `WrongSigner`, or EnforcedPause.
 */
export function proveEquivocation(
  connection: Connection,
  options: { first: types.Report; firstSignature: string; second: types.Report; secondSignature: string },
): Call<void> {
  return prepare(
    connection,
    performanceOracle,
    "proveEquivocation((uint256,uint8,address,bytes32,bytes32,bytes32),bytes,(uint256,uint8,address,bytes32,bytes32,bytes32),bytes)",
    [options.first, options.firstSignature, options.second, options.secondSignature],
  );
}
