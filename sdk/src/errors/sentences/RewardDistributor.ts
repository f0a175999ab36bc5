import { account, capital, date, wct, week } from "../phrases.js";
import type { Sentences } from "./Sentences.js";

export const rewardDistributorSentences = {
  EnforcedPause: () =>
    "Funding rewards, or staking, is paused: neither funds nor restaked rewards are taken until the administrator ends the pause. Claiming to an account goes on.",
  FundingLimitExceeded: ({ amount, available }) =>
    `${wct(amount)} are more than can be held for rewards; at most ${wct(available)} more fit.`,
  InvalidRecipient: ({ recipient }) =>
    `Rewards cannot be sent to ${account(recipient)}: it must be neither the zero address nor one of the staking contracts. Choose another account.`,
  NoStrayTokens: () =>
    "Neither RewardDistributor nor StakeWeight holds tokens that belong to nobody, so there is nothing to fund with.",
  NoWeeks: () => "The number of weeks is 0; fund at least one.",
  NothingToRestake: ({ account }) =>
    `${account} has no reward to restake; rewards of a week are there once the week is over.`,
  PeriodFinished: ({ weekStart, earliest }) =>
    `${capital(week(weekStart))} is over; the first that can be funded is the running one, from ${date(earliest)}.`,
  PeriodNotFinished: ({ weekStart, end }) =>
    `${capital(week(weekStart))} is not over before ${date(end)}; its rewards are known from then on.`,
  PeriodTooFarAhead: ({ weekStart, latest }) =>
    `${capital(week(weekStart))} is too far ahead; the last week that can be funded now is the one from ${date(latest)}.`,
  ZeroAmount: () => "The amount is 0; give one above 0.",
} satisfies Sentences<"RewardDistributor">;
