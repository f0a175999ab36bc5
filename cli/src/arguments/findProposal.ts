import type { governance } from "stakeweight-sdk";
import { UsageError } from "../errors/UsageError.js";

/** The proposal whose id is `text`, or alone begins with it. Throws {@link UsageError}. */
export function findProposal(text: string, proposals: readonly governance.Proposal[]): governance.Proposal {
  if (!/^(\d+…?|0x[0-9a-fA-F]+)$/.test(text)) {
    throw new UsageError(`${text} is no proposal's id: write it as \`stakeweight vote\` lists it, or its first digits`);
  }
  const digits = text.replace("…", "");
  const exact = proposals.find(({ proposalId }) => proposalId === BigInt(digits));
  // In hexadecimal only whole: its first digits are not those of the number as it is listed.
  const found = exact ? [exact] : proposals.filter(({ proposalId }) => proposalId.toString().startsWith(digits));
  if (found.length === 0)
    throw new UsageError(`there is no proposal ${BigInt(digits)}: \`stakeweight vote\` lists them`);
  if (found.length > 1) throw new UsageError(`${found.length} proposals begin with ${text}: write more digits`);
  return found[0]!;
}
