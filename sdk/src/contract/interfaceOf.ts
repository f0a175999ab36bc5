import { Interface } from "ethers";
import type { AbiEntry, ContractDefinition } from "./ContractDefinition.js";

interface Parsed {
  interface: Interface;
  /** Functions, events and errors as the ABI has them, which tells more than ethers keeps. */
  entries: Map<string, AbiEntry>;
}

const parsed = new WeakMap<ContractDefinition, Parsed>();

function parse(contract: ContractDefinition): Parsed {
  const known = parsed.get(contract);
  if (known) return known;
  const abi = new Interface(contract.abi);
  const entries = new Map<string, AbiEntry>();
  // The fragments are in the order of the ABI.
  abi.fragments.forEach((fragment, index) => {
    const entry = contract.abi[index]!;
    if (entry.name !== undefined) entries.set(`${entry.type} ${fragment.format()}`, entry);
  });
  const result = { interface: abi, entries };
  parsed.set(contract, result);
  return result;
}

/** The contract's interface, parsed once. */
export function interfaceOf(contract: ContractDefinition): Interface {
  return parse(contract).interface;
}

/** The entry of the ABI for a function, an event or an error of this signature: "stake(uint256,uint256)". */
export function entryOf(
  contract: ContractDefinition,
  type: "function" | "event" | "error",
  signature: string,
): AbiEntry {
  const entry = parse(contract).entries.get(`${type} ${signature}`);
  if (!entry) throw new TypeError(`${contract.name} has no ${type} ${signature}`);
  return entry;
}
