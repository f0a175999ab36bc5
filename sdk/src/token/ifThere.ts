import { RevertError } from "../errors/RevertError.js";
import { UnreadableAnswerError } from "../errors/UnreadableAnswerError.js";

/** What a contract answers; undefined if it has no such function. A node that fails is no answer: its error is thrown. */
export async function ifThere<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    // It reverts, or its fallback answers with nothing.
    if (error instanceof RevertError || error instanceof UnreadableAnswerError) return undefined;
    throw error;
  }
}
