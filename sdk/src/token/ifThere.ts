import { isError } from "ethers";

/** What a contract answers; undefined if it has no such function. */
export async function ifThere<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isError(error, "CALL_EXCEPTION") || isError(error, "BAD_DATA")) return true;
  return isMissing(error.cause);
}
