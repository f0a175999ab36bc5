import { isError, type TransactionRequest } from "ethers";
import type { Connection } from "../connection/Connection.js";
import { NodeAnswerError } from "../errors/failures.js";

/** What a node answers to a call. Throws {@link NodeAnswerError} if that is no data at all. */
export async function answerTo({ provider, blockTag }: Connection, transaction: TransactionRequest): Promise<string> {
  try {
    return await provider.call({ ...transaction, blockTag: blockTag ?? "latest" });
  } catch (cause) {
    // So ethers calls the answer; what is wrong with the transaction goes by other names.
    if (isError(cause, "INVALID_ARGUMENT") && cause.argument === "value") {
      throw new NodeAnswerError(undefined, { cause });
    }
    throw cause;
  }
}
