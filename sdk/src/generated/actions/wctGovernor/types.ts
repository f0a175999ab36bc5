// Generated from the contracts by `npm run build`. Never edited.
/** The names of {@link ProposalState}, in the order of their numbers. */
export const proposalStateNames = [
  "Pending",
  "Active",
  "Canceled",
  "Defeated",
  "Succeeded",
  "Queued",
  "Expired",
  "Executed",
] as const;

export type ProposalState = (typeof proposalStateNames)[number];
