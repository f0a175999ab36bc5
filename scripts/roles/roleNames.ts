import type { Interface } from "ethers";

/** The names of a contract's role constants, found in its ABI. */
export function roleNames(contractInterface: Interface): string[] {
  const names: string[] = [];
  contractInterface.forEachFunction((fragment) => {
    if (fragment.name.endsWith("_ROLE") && fragment.inputs.length === 0) names.push(fragment.name);
  });
  return names.sort();
}
