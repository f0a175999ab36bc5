import { id, isError } from "ethers";

const selector = id("ERC20InsufficientAllowance(address,uint256,uint256)").slice(0, 10);

/** Whether a call was refused only because the token is not approved yet. */
export function isMissingAllowance(error: unknown): boolean {
  return isError(error, "CALL_EXCEPTION") && error.data?.startsWith(selector) === true;
}
