import { type ErrorDescription, Interface, isCallException, isError } from "ethers";
import { LegacyStakeWeightBridge__factory, StakeWeight__factory, WCT__factory } from "../../typechain-types";

/** All that may refuse on the way. */
const interfaces = [
  LegacyStakeWeightBridge__factory.createInterface(),
  StakeWeight__factory.createInterface(),
  WCT__factory.createInterface(),
  // Reasons that Solidity itself gives.
  new Interface(["error Error(string reason)", "error Panic(uint256 code)"]),
];

/** Why a call or a transaction failed, by the name and the values of the contract's own error where there is one. */
export function describeFailure(error: unknown): string {
  const data = revertDataOf(error);
  if (data !== undefined && data !== "0x") return describeRevert(data);
  const message = messageOf(error);
  if (isError(error, "INSUFFICIENT_FUNDS") || /(insufficient|enough) funds/i.test(message)) {
    return "the sender does not have enough ether for the gas";
  }
  if (isCallException(error)) return "reverted without a reason: out of gas, or no such contract";
  return message;
}

/** An error as JSON-RPC has it. */
interface Said {
  message?: unknown;
}

/** What the node said, without what ethers wraps around it (the whole request, with the RPC's URL and its key). */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const wrapped = error as { error?: Said; info?: { error?: Said }; shortMessage?: unknown };
  const said = wrapped.error?.message ?? wrapped.info?.error?.message ?? wrapped.shortMessage;
  return typeof said === "string" ? said : error.message;
}

/** A contract's error from what was returned: "AccessControlUnauthorizedAccount(0x…, 0x…)". */
export function describeRevert(data: string): string {
  for (const candidate of interfaces) {
    const parsed: ErrorDescription | null = candidate.parseError(data);
    if (parsed) return `${parsed.name}(${parsed.args.map(String).join(", ")})`;
  }
  return `an unknown error, ${data}`;
}

/** Whether a contract refused, or has no such function, and not that it could not be asked. */
export function isRefusal(error: unknown): boolean {
  return isError(error, "CALL_EXCEPTION") || isError(error, "BAD_DATA") || revertDataOf(error) !== undefined;
}

/** Nodes and libraries hand it on at different depths. */
function revertDataOf(error: unknown, depth = 0): string | undefined {
  if (typeof error !== "object" || error === null || depth > 4) return undefined;
  const { data, info, cause } = error as { data?: unknown; info?: unknown; cause?: unknown };
  if (typeof data === "string" && data.startsWith("0x")) return data;
  const inner = "error" in error ? error.error : undefined;
  for (const nested of [data, inner, info, cause]) {
    const found = revertDataOf(nested, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
