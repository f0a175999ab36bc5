import { getAddress, ZeroAddress } from "ethers";
import { recordedContracts } from "./recordedContracts";
import type { Records } from "./types";

/** Names for the addresses that a deployment knows, and the other way round. */
export interface AddressBook {
  /** The address itself where it has no name. */
  nameOf(address: string): string;
  /** Nothing where nobody has that name. */
  addressOf(name: string): string | undefined;
  addresses: string[];
}

/** The contracts of a deployment, who deployed them, the pauser, and `anyone` for zero. */
export function addressBook(options: { records: Records; pauser: string }): AddressBook {
  const { records, pauser } = options;
  const deployers = Object.values(records).flatMap(({ receipt }) => (receipt ? [getAddress(receipt.from)] : []));
  const entries: [name: string, address: string][] = [
    ...recordedContracts(records).map(({ name, address }): [string, string] => [name, address]),
    ["anyone", ZeroAddress],
    ["pauser", pauser],
    ...[...new Set(deployers)].map((address): [string, string] => ["deployer", address]),
  ];
  const names = new Map(entries.map(([name, address]) => [address, name]));
  const addresses = new Map(entries.reverse());
  return {
    nameOf: (address) => names.get(address) ?? address,
    addressOf: (name) => addresses.get(name),
    addresses: [...names.keys()],
  };
}
