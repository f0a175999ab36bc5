import { contractOf, type Connection } from "../connection/Connection.js";
import { describeError } from "../errors/describeError.js";
import { answerTo } from "./answerTo.js";
import { encodeCall } from "./coding.js";
import type { ContractDefinition } from "./ContractDefinition.js";
import { decodeAnswer } from "./decodeAnswer.js";

/**
 * Reads from a contract: the newest state, or that of the connection's block. Throws `UnreadableAnswerError` if the contract is
 * not there.
 */
export async function read<T>(
  connection: Connection,
  contract: ContractDefinition,
  signature: string,
  args: readonly unknown[],
): Promise<T> {
  const data = encodeCall(contract, signature, args);
  const { address } = contractOf(connection, contract.name);
  try {
    const answer = await answerTo(connection, { to: address, data, from: connection.account ?? null });
    return decodeAnswer(connection, contract, signature, answer) as T;
  } catch (error) {
    throw describeError(error, contract.name);
  }
}
