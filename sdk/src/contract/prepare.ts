import type { Connection } from "../connection/Connection.js";
import { Call } from "./Call.js";
import type { ContractDefinition } from "./ContractDefinition.js";

/** A call of a function that changes something; nothing is sent yet. */
export function prepare<T>(
  connection: Connection,
  contract: ContractDefinition,
  signature: string,
  args: readonly unknown[],
): Call<T> {
  return new Call<T>(connection, contract, signature, args);
}
