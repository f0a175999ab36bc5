import { contractOf, type Connection } from "../connection/Connection.js";
import { describeError } from "../errors/describeError.js";
import { decodeResult, encodeCall } from "./coding.js";
import type { ContractDefinition } from "./ContractDefinition.js";

/** Reads from a contract: the newest state, or that of the connection's block. */
export async function read<T>(
  connection: Connection,
  contract: ContractDefinition,
  signature: string,
  args: readonly unknown[],
): Promise<T> {
  const data = encodeCall(contract, signature, args);
  const { address } = contractOf(connection, contract.name);
  const { account, blockTag } = connection;
  let result: string;
  try {
    result = await connection.provider.call({
      to: address,
      data,
      from: account ?? null,
      blockTag: blockTag ?? "latest",
    });
  } catch (error) {
    throw describeError(error, contract.name);
  }
  return decodeResult(contract, signature, result) as T;
}
