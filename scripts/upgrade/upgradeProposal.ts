import { id } from "ethers";
import { ProxyAdmin__factory, WCTGovernor__factory } from "../../typechain-types";

/** A proposal as the governor takes it. */
export interface Proposal {
  targets: string[];
  values: bigint[];
  calldatas: string[];
  description: string;
}

/** The proposal that a ProxyAdmin, which the timelock owns, gives its proxy another implementation. */
export function upgradeProposal(options: {
  proxyAdmin: string;
  proxy: string;
  implementation: string;
  /** What the proxy calls on itself in the same transaction: a reinitializer; 0x for nothing. */
  data: string;
  description: string;
}): Proposal {
  const { proxyAdmin, proxy, implementation, data, description } = options;
  const calldata = ProxyAdmin__factory.createInterface().encodeFunctionData("upgradeAndCall", [
    proxy,
    implementation,
    data,
  ]);
  return { targets: [proxyAdmin], values: [0n], calldatas: [calldata], description };
}

/** The call of `propose`, to be sent to the governor. */
export function encodePropose({ targets, values, calldatas, description }: Proposal): string {
  return WCTGovernor__factory.createInterface().encodeFunctionData("propose", [
    targets,
    values,
    calldatas,
    description,
  ]);
}

/** The arguments of `queue`, `execute` and `getProposalId`, which take the hash of the description. */
export function hashedProposal({ targets, values, calldatas, description }: Proposal) {
  return [targets, values, calldatas, id(description)] as const;
}
