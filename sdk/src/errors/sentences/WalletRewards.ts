import { account, capital, count, counted, date, epoch, hash, percent, period, wct } from "../phrases.js";
import type { Sentences } from "./Sentences.js";

export const walletRewardsSentences = {
  AlreadyRegistered: ({ owner, walletId }) =>
    `${owner} has registered wallet ${count(walletId)} already; an owner has one.`,
  CertificationUnchanged: ({ walletId, isCertified }) =>
    `Wallet ${count(walletId)} ${isCertified ? "is certified already" : "is not certified"}; there is nothing to change.`,
  EnforcedPause: () =>
    "Wallet rewards are paused: nothing can be registered, funded or finalized until the administrator ends the pause. Claiming goes on.",
  FundingLimitExceeded: ({ amount, available }) =>
    `${wct(amount)} are more than can be held for wallets; at most ${wct(available)} more fit.`,
  InvalidCertifiedShare: ({ shareBps, min, max }) =>
    `The share of certified wallets cannot be ${percent(shareBps)}; it must lie between ${percent(min)} and ${percent(max)}.`,
  InvalidPayout: ({ payout }) =>
    `Pay cannot be sent to ${account(payout)}: it must be neither the zero address nor WalletRewards itself. Choose another account.`,
  NoPeriods: () => "The number of periods is 0; fund at least one.",
  NoStrayTokens: () => "WalletRewards holds no tokens that belong to nobody, so there is nothing to fund with.",
  NotRegistered: ({ account }) => `${account} has no registered wallet; register it first.`,
  PeriodAlreadyFinalized: ({ period: asked }) =>
    `${capital(period(asked))} is finalized already; nothing is left to do.`,
  PeriodFinished: ({ period: asked, earliest }) =>
    `${capital(period(asked))} is over; the first that can be funded is the running one, ${period(earliest)}.`,
  PeriodNotFinalizable: ({ period: asked, finalizable }) =>
    `${capital(period(asked))} cannot be finalized now: only the one before the running one can, ${period(finalizable)}.`,
  PeriodTooFarAhead: ({ period: asked, latest }) =>
    `${capital(period(asked))} is too far ahead; the last that can be funded now is ${period(latest)}.`,
  QuorumMissing: ({ given, needed }) =>
    `${counted(given, "report")} are there, but at least ${count(needed)} are needed; collect more.`,
  ReportOutOfOrder: ({ index, previous }) =>
    `The reports must be in the order of their indices, none twice, but ${count(index)} comes after ${count(previous)}; sort them.`,
  TooEarlyToFinalize: ({ period: asked, from }) =>
    `Not all reports of ${period(asked)} are there; without them it can be finalized from ${date(from)} on.`,
  UnknownReporter: ({ index, count: size }) =>
    `There is no committee member ${count(index)}: there are ${count(size)}, counted from 0.`,
  UnknownWallet: ({ walletId }) => `There is no wallet ${count(walletId)}; check its number.`,
  WalletOutOfOrder: ({ index, walletId, previous }) =>
    `The wallets of a report must be in the order of their numbers, none twice, but in report ${count(index)} wallet ${count(walletId)} comes after ${count(previous)}; sort them.`,
  WrongConfiguration: ({ epoch: asked, configurationHash, expected }) =>
    `The configuration handed in (${hash(configurationHash)}) is not the one in force in ${epoch(asked)} (${hash(expected)}), the last of the period; read it from the oracle with configurationAt.`,
  WrongDataLength: ({ index, length }) =>
    `The data of report ${count(index)} has ${counted(length, "byte")}; it must have 12 for each wallet.`,
  WrongSigner: ({ reporter, signer }) =>
    `The report of ${reporter} was signed by ${account(signer)}, or for something else than what is finalized; have it signed anew by the member itself.`,
  ZeroAmount: () => "The amount is 0; give one above 0.",
} satisfies Sentences<"WalletRewards">;
