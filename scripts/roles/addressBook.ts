import { getAddress, ZeroAddress } from "ethers";
import type { Parameters } from "../deployment/parameters";
import { recordedContracts } from "./recordedContracts";
import type { Records } from "./types";

/** Names for the addresses that a deployment knows, and the other way round. */
export interface AddressBook {
  /** The address itself where it has no name; all its names where it has several. */
  nameOf(address: string): string;
  /** Nothing where nobody has that name. */
  addressOf(name: string): string | undefined;
  addresses: string[];
}

/** The parameters that name who holds a role. */
export const roleHolders = ["pauser", "registrar", "guardian", "certifier"] as const;

/** Whom a network's parameters name to hold a role. */
export type RoleHolders = Pick<Parameters, (typeof roleHolders)[number]>;

/** The contracts of a deployment, who deployed them, whom the parameters name, and `anyone` for zero. */
export function addressBook(options: { records: Records; parameters: RoleHolders }): AddressBook {
  const { records, parameters } = options;
  const deployers = Object.values(records).flatMap(({ receipt }) => (receipt ? [getAddress(receipt.from)] : []));
  const entries: [name: string, address: string][] = [
    ...recordedContracts(records).map(({ name, address }): [string, string] => [name, address]),
    ["anyone", ZeroAddress],
    ...roleHolders.map((name): [string, string] => [name, parameters[name]]),
    ...[...new Set(deployers)].map((address): [string, string] => ["deployer", address]),
  ];
  const names = new Map<string, string>();
  for (const [name, address] of entries) {
    const others = names.get(address);
    names.set(address, others === undefined ? name : `${others} and ${name}`);
  }
  const addresses = new Map(entries.reverse());
  return {
    nameOf: (address) => names.get(address) ?? address,
    addressOf: (name) => addresses.get(name),
    addresses: [...names.keys()],
  };
}
