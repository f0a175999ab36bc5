import { account, capital, date, epoch, wct } from "../phrases.js";
import type { Sentences } from "./Sentences.js";

export const nodeRewardsSentences = {
  EnforcedPause: () =>
    "Funding is paused, here or in RewardDistributor: nothing can be funded, and no slash executed in the latter case, until the administrator ends the pause. Claiming pay goes on.",
  EpochFinished: ({ epoch: asked, earliest }) =>
    `${capital(epoch(asked))} is over; the first that can be funded is the running one, ${epoch(earliest)}.`,
  EpochTooFarAhead: ({ epoch: asked, latest }) =>
    `${capital(epoch(asked))} is too far ahead; the last that can be funded now is ${epoch(latest)}.`,
  FundingLimitExceeded: ({ amount, available }) =>
    `${wct(amount)} are more than can be held for nodes; at most ${wct(available)} more fit.`,
  InvalidPayout: ({ payout }) =>
    `Pay cannot be sent to ${account(payout)}: it must be neither the zero address nor NodeRewards itself. Choose another account.`,
  NoEpochs: () => "The number of epochs is 0; fund at least one.",
  NoStrayTokens: () => "NodeRewards holds no tokens that belong to nobody, so there is nothing to fund with.",
  SlashNotDue: ({ operator, epoch: offended, offence, dueAt }) =>
    `The slash of ${operator} for ${offence} in ${epoch(offended)} can be executed from ${date(dueAt)} on; until then a guardian can veto it.`,
  SlashNotPending: ({ operator, epoch: offended, offence, state }) => {
    const what = `slash of ${operator} for ${offence} in ${epoch(offended)}`;
    return state === "None"
      ? `There is no ${what}: none was proposed, or there was nothing to take.`
      : `The ${what} was ${state === "Vetoed" ? "vetoed" : "executed"} already; nothing is left to do.`;
  },
  VetoTooLate: ({ operator, epoch: offended, offence, dueAt }) =>
    `The slash of ${operator} for ${offence} in ${epoch(offended)} could be vetoed only before ${date(dueAt)}; it can be executed now.`,
  ZeroAmount: () => "The amount is 0; give one above 0.",
} satisfies Sentences<"NodeRewards">;
