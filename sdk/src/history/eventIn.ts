import type { Log } from "ethers";
import { namedValues } from "../contract/coding.js";
import type { ContractDefinition } from "../contract/ContractDefinition.js";
import { entryOf, interfaceOf } from "../contract/interfaceOf.js";
import { definitions } from "./definitions.js";
import type { EventContract, EventName, EventOf } from "./EventArgs.js";

/** What a log of a contract says; undefined if its ABI knows no such event. */
export function eventIn<C extends EventContract>(contract: C, log: Log): EventOf<C, EventName<C>> | undefined {
  const definition: ContractDefinition = definitions[contract];
  const abi = interfaceOf(definition);
  const fragment = log.topics[0] === undefined ? null : abi.getEvent(log.topics[0]);
  if (!fragment) return undefined;
  const { inputs = [] } = entryOf(definition, "event", fragment.format());
  // The types are those of the same ABI.
  return {
    contract,
    event: fragment.name,
    args: namedValues(definition, inputs, abi.decodeEventLog(fragment, log.data, log.topics)),
    block: log.blockNumber,
    logIndex: log.index,
    transactionHash: log.transactionHash,
  } as unknown as EventOf<C, EventName<C>>;
}
