import { type Connection, contractOf } from "../connection/Connection.js";
import { UnreadableAnswerError } from "../errors/UnreadableAnswerError.js";
import { decodeResult } from "./coding.js";
import type { ContractDefinition } from "./ContractDefinition.js";

/** What a call of the contract answered, decoded. Throws {@link UnreadableAnswerError} for what it cannot have answered. */
export function decodeAnswer(
  connection: Connection,
  contract: ContractDefinition,
  signature: string,
  answer: string,
): unknown {
  try {
    return decodeResult(contract, signature, answer);
  } catch (cause) {
    const { address } = contractOf(connection, contract.name);
    throw new UnreadableAnswerError(contract.name, address, signature, answer, { cause });
  }
}
