import { AbiCoder, dataSlice } from "ethers";
import { namedValues } from "../contract/coding.js";
import { entryOf, interfaceOf } from "../contract/interfaceOf.js";
import type { ContractName } from "../deployments/Deployment.js";
import { contractNames } from "../generated/contractNames.js";
import { reachableFrom } from "./callees.js";
import { ContractError } from "./ContractError.js";
import { errorDefinitions } from "../generated/errors.js";
import type { ErrorArgs, ErrorName } from "./ErrorArgs.js";
import { PanicError, ReasonError, type RevertError, UnknownRevertError } from "./RevertError.js";

const REASON_SELECTOR = "0x08c379a0";
const PANIC_SELECTOR = "0x4e487b71";

/**
 * What was reverted with as a typed error. It is looked for among the errors of the contract that was called, then of those that
 * it calls, whose refusals it hands on, then of all others.
 */
export function decodeRevert(data: string, called?: ContractName, options?: ErrorOptions): RevertError {
  const revert = { data, called };
  const builtIn = decodeBuiltIn(data);
  if (typeof builtIn === "string") return new ReasonError(builtIn, revert, options);
  if (typeof builtIn === "bigint") return new PanicError(builtIn, revert, options);
  for (const contract of [...reachableFrom(called), ...contractNames]) {
    const decoded = decodeAs(contract, data);
    if (decoded) return new ContractError(contract, decoded.errorName, decoded.args, revert, options);
  }
  return new UnknownRevertError(revert, options);
}

/** The reason of an `Error(string)`, the code of a `Panic(uint256)`. */
function decodeBuiltIn(data: string): string | bigint | undefined {
  const type = data.startsWith(REASON_SELECTOR) ? "string" : data.startsWith(PANIC_SELECTOR) ? "uint256" : undefined;
  if (type === undefined) return undefined;
  try {
    return AbiCoder.defaultAbiCoder().decode([type], dataSlice(data, 4))[0] as string | bigint;
  } catch {
    return undefined;
  }
}

function decodeAs(
  contract: ContractName,
  data: string,
): { errorName: ErrorName; args: ErrorArgs<ErrorName> } | undefined {
  const definition = errorDefinitions[contract];
  try {
    const parsed = interfaceOf(definition).parseError(data);
    if (!parsed) return undefined;
    const { inputs = [] } = entryOf(definition, "error", parsed.signature);
    const args = namedValues(definition, inputs, parsed.args);
    return { errorName: parsed.name as ErrorName, args: args as unknown as ErrorArgs<ErrorName> };
  } catch {
    // The selector is known, what follows it is not what belongs to it.
    return undefined;
  }
}
