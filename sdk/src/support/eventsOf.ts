import { contractOf, type Connection } from "../connection/Connection.js";
import { namedValues } from "../contract/coding.js";
import type { ContractDefinition } from "../contract/ContractDefinition.js";
import { entryOf, interfaceOf } from "../contract/interfaceOf.js";

/** The events of a contract, the oldest first, with their values by their names. */
export async function eventsOf(
  connection: Connection,
  options: {
    contract: ContractDefinition;
    event: string;
    args?: Record<string, unknown>;
    fromBlock?: number;
    toBlock: number;
  },
): Promise<{ args: Record<string, unknown>; blockNumber: number }[]> {
  const { contract, event, args = {}, toBlock } = options;
  const { address, block } = contractOf(connection, contract.name);
  const abi = interfaceOf(contract);
  const fragment = abi.getEvent(event)!;
  const { inputs = [] } = entryOf(contract, "event", fragment.format());
  const indexed = inputs.filter((input) => input.indexed);
  const topics = abi.encodeFilterTopics(
    fragment,
    indexed.map(({ name }) => args[name!] ?? null),
  );
  const { fromBlock = block } = options;
  const logs = await connection.provider.getLogs({ address, topics, fromBlock, toBlock });
  return logs.map(({ data, topics, blockNumber }) => ({
    args: namedValues(contract, inputs, abi.decodeEventLog(fragment, data, topics)),
    blockNumber,
  }));
}
