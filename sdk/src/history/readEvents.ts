import { type Connection, contractOf } from "../connection/Connection.js";
import { pin } from "../connection/pin.js";
import type { AbiParameter, ContractDefinition } from "../contract/ContractDefinition.js";
import { entryOf, interfaceOf } from "../contract/interfaceOf.js";
import { InvalidValueError } from "../errors/InvalidValueError.js";
import { definitions } from "./definitions.js";
import { eventIn } from "./eventIn.js";
import type { EventContract, EventFilter, EventName, EventOf } from "./EventArgs.js";
import { readLogs } from "./readLogs.js";

/**
 * All events of one kind that a contract emitted, in their order, with their values by name: amounts and times as bigint,
 * enumerations as names.
 *
 * A node that refuses a range of blocks is asked for half of it, until it answers. Throws {@link LogsRefusedError} if it does not
 * tell even one block, and {@link InvalidValueError} for an event or a value that the contract does not have.
 *
 * @param options.contract The contract's name: "StakeWeight".
 * @param options.event The event's name: "Staked".
 * @param options.args Values of indexed parameters that are searched for; a list means any of them.
 * @param options.fromBlock The first block; that of the contract's deployment by default.
 * @param options.toBlock The last block; the newest one, or the connection's, by default.
 */
export async function readEvents<C extends EventContract, E extends EventName<C>>(
  connection: Connection,
  options: { contract: C; event: E; args?: EventFilter<C, E>; fromBlock?: number; toBlock?: number },
): Promise<EventOf<C, E>[]> {
  const { contract, event, args = {} } = options;
  const { address, block } = contractOf(connection, contract);
  const topics = topicsOf(definitions[contract], event, args);
  const logs = await readLogs(connection.provider, {
    filter: { address, topics },
    fromBlock: options.fromBlock ?? block,
    toBlock: options.toBlock ?? (await pin(connection)).blockTag,
  });
  return logs.map((log) => eventIn(contract, log)).filter((found) => found !== undefined) as EventOf<C, E>[];
}

function topicsOf(definition: ContractDefinition, event: string, args: object): (string | string[] | null)[] {
  const abi = interfaceOf(definition);
  const fragment = abi.getEvent(event);
  if (!fragment) throw new InvalidValueError("event", event, `one of the events of ${definition.name}`);
  const { inputs = [] } = entryOf(definition, "event", fragment.format());
  const unknown = Object.keys(args).find((name) => !inputs.some((input) => input.indexed && input.name === name));
  if (unknown !== undefined) {
    throw new InvalidValueError("args", unknown, `values of indexed parameters of ${event}`);
  }
  const values = new Map<string | undefined, unknown>(Object.entries(args));
  const wanted = inputs
    .filter(({ indexed }) => indexed)
    .map((input) => topicValue(definition, input, values.get(input.name)));
  try {
    return abi.encodeFilterTopics(fragment, wanted);
  } catch (cause) {
    throw InvalidValueError.from(cause, event);
  }
}

/** As ethers takes it: null for anything, numbers for the names of an enumeration. */
function topicValue(definition: ContractDefinition, input: AbiParameter, value: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map((each: unknown) => topicValue(definition, input, each));
  const names = input.internalType === undefined ? undefined : definition.enums[input.internalType];
  if (!names) return value;
  const index = names.indexOf(value as string);
  if (index === -1) throw new InvalidValueError(input.name ?? "", value, `one of ${names.join(", ")}`);
  return index;
}
