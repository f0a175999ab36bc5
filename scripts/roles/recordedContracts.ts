import { getAddress, Interface } from "ethers";
import { roleNames } from "./roleNames";
import type { Records } from "./types";

/** A contract of a deployment. */
export interface RecordedContract {
  name: string;
  address: string;
  /** What its records say that can be called: `owner()`, `hasRole(bytes32,address)`. */
  functions: Set<string>;
  /** The names of its role constants. */
  roles: Set<string>;
  /** The block of its deployment; 0 where that is not recorded. */
  since: number;
}

/** The contracts of a deployment, in the order of their names; of several records at one address the shortest names it. */
export function recordedContracts(records: Records): RecordedContract[] {
  const byAddress = new Map<string, RecordedContract>();
  const names = Object.keys(records).sort((one, other) => one.length - other.length);
  for (const name of names) {
    const { address, abi, receipt } = records[name]!;
    const contractInterface = Interface.from(abi);
    const contract = byAddress.get(getAddress(address)) ?? {
      name,
      address: getAddress(address),
      functions: new Set<string>(),
      roles: new Set<string>(),
      since: 0,
    };
    contractInterface.forEachFunction((fragment) => contract.functions.add(fragment.format()));
    roleNames(contractInterface).forEach((role) => contract.roles.add(role));
    contract.since ||= receipt?.blockNumber ?? 0;
    byAddress.set(contract.address, contract);
  }
  return [...byAddress.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}
