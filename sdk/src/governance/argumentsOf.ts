import { id } from "ethers";
import type { ProposalContent } from "./Proposal.js";

/** By which the governor knows a proposal again. */
export function argumentsOf({ actions, description }: ProposalContent): {
  targets: string[];
  values: bigint[];
  calldatas: string[];
  descriptionHash: string;
} {
  return {
    targets: actions.map(({ target }) => target),
    values: actions.map(({ value }) => value),
    calldatas: actions.map(({ data }) => data),
    descriptionHash: id(description),
  };
}
