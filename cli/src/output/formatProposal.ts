import { Interface } from "ethers";
import type { Connection, governance } from "stakeweight-sdk";
import * as abis from "stakeweight-sdk/abi";
import type { Colors } from "./colorsFor.js";
import { formatFacts } from "./formatFacts.js";
import type { TokenFormat } from "./formatOf.js";
import { formatMoment } from "./formatTime.js";
import { printable } from "./printable.js";

/** Enough of an id to name a proposal by. */
export function shortId(proposalId: bigint): string {
  return `${proposalId.toString().slice(0, 10)}…`;
}

/** The first line of the description, without the mark that names the proposer. */
export function titleOf({ description }: governance.ProposalContent): string {
  const [line = ""] = withoutMark(description).split("\n");
  const title = line.replace(/^#+\s*/, "");
  return title.length > 60 ? `${title.slice(0, 59)}…` : title;
}

/** Everything about a proposal, for people. */
export function formatProposal(
  proposal: governance.Proposal,
  style: { connection: Connection; format: TokenFormat; now: bigint; colors: Colors },
): string {
  const { connection, format, now, colors } = style;
  const { proposalId, proposer, description, state, snapshot, deadline, eta, tallies, quorum, actions } = proposal;
  const facts = formatFacts(
    [
      ["Proposal", proposalId.toString()],
      ["Proposer", proposer],
      ["State", state],
      ["Votes as of", formatMoment(snapshot, now)],
      ["Votes until", formatMoment(deadline, now)],
      ["Can be executed", eta === undefined ? undefined : formatMoment(eta, now)],
      ["For", format.rounded(tallies.for)],
      ["Against", format.rounded(tallies.against)],
      ["Abstain", format.rounded(tallies.abstain)],
      ["Quorum", quorum === undefined ? "known when the vote begins" : format.rounded(quorum)],
      ...actions.map((action, index): [string, string] => [
        actions.length === 1 ? "Calls" : `Calls, ${index + 1}.`,
        formatAction(connection, action),
      ]),
    ],
    colors,
  );
  return [colors.bold(titleOf(proposal)), facts, ...body(description)].join("\n\n");
}

/** What follows the first line. */
function body(description: string): string[] {
  const rest = withoutMark(description).split("\n").slice(1).join("\n").trim();
  return rest === "" ? [] : [rest.replace(/^/gm, "  ")];
}

function withoutMark(description: string): string {
  return printable(description.replace(/#proposer=0x[0-9a-fA-F]{40}$/, "")).trim();
}

/** "WCTGovernor.setProposalThreshold(200000000000000000000000)"; what no contract of the deployment has, in hexadecimal. */
function formatAction({ deployment }: Connection, { target, value, data }: governance.ProposalAction): string {
  const name = Object.entries(deployment.contracts).find(([, { address }]) => address === target)?.[0];
  const call = name === undefined ? undefined : readableCall(name, data);
  const ether = value === 0n ? "" : `, with ${value.toString()} wei`;
  return `${name ?? target}${call === undefined ? ` ${data}` : `.${call}`}${ether}`;
}

/** Undefined where the contract has no such function, or would not understand the data. */
function readableCall(contract: string, data: string): string | undefined {
  const abi = abisByContract[contract];
  if (!abi) return undefined;
  try {
    const call = new Interface(abi as never).parseTransaction({ data });
    return call ? printable(`${call.name}(${call.args.map(String).join(", ")})`) : undefined;
  } catch {
    return undefined;
  }
}

const abisByContract: Record<string, readonly unknown[]> = {
  WCT: abis.wctAbi,
  StakeWeight: abis.stakeWeightAbi,
  RewardDistributor: abis.rewardDistributorAbi,
  Timelock: abis.timelockAbi,
  WCTGovernor: abis.wctGovernorAbi,
  NodeIdentities: abis.nodeIdentitiesAbi,
  NodeRegistry: abis.nodeRegistryAbi,
  NodeRewards: abis.nodeRewardsAbi,
  PerformanceOracle: abis.performanceOracleAbi,
  WalletRewards: abis.walletRewardsAbi,
  LegacyStakeWeightBridge: abis.legacyStakeWeightBridgeAbi,
};
