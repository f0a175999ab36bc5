import { date, duration, percent, presetOf, presets, wct, weeks } from "../phrases.js";
import type { Sentences } from "./Sentences.js";

export const stakeWeightSentences = {
  AllHeld: ({ held }) =>
    `All that is left of your position, ${wct(held)}, is held back for a slash; it can be withdrawn if the slash is vetoed, and is taken if not.`,
  ERC5805FutureLookup: ({ timepoint, clock }) =>
    `Votes at ${date(timepoint)} are not known yet: it is ${date(clock)}. Ask for an earlier second.`,
  EnforcedPause: () =>
    "Staking is paused: nothing can be staked, added or relocked until the administrator ends the pause. Initiating an unlock and withdrawing go on.",
  ExceedsHeld: ({ account, amount, held }) =>
    `${wct(amount)} cannot be taken or released: ${wct(held)} of the position of ${account} are held back, and only whole gwei can be taken or released.`,
  InvalidPreset: ({ presetWeeks }) => `There is no preset of ${weeks(presetWeeks)}; choose ${presets}.`,
  NoActivePosition: ({ account, state }) =>
    state === "Unlocked"
      ? `The position of ${account} is Unlocked; withdraw it, then stake anew.`
      : `${account} has no position; open one with stake.`,
  NoStrayTokens: () => "StakeWeight holds no tokens beyond those that are staked, so there is nothing to release.",
  NotLocked: ({ account, state }) => {
    if (state === "Unlocking") return `The position of ${account} is Unlocking already; it need not be unlocked again.`;
    if (state === "Unlocked") return `The position of ${account} is Unlocked already; withdraw it.`;
    return `${account} has no position to unlock; only a Locked one can be.`;
  },
  NotOperator: ({ caller, account }) =>
    `${caller} may not stake for ${account}: only ${account} itself and the operators that it approved with setOperator may.`,
  NotUnlocked: ({ state, unlockEnd }) => {
    if (state === "Unlocking") {
      return `Your position is Unlocking until ${date(unlockEnd)}; it can be withdrawn from then on.`;
    }
    return state === "Locked"
      ? "Your position is Locked; initiate its unlock first, and withdraw when that has ended."
      : "You have no position, so there is nothing to withdraw.";
  },
  PositionExists: ({ account, amount }) =>
    `${account} has a position of ${wct(amount)} already, and an account has only one: increase or update it; an Unlocked one has to be withdrawn before another is opened.`,
  PositionUnchanged: ({ account, presetWeeks }) =>
    `The position of ${account} is Locked for ${weeks(presetWeeks)} already and nothing would be added; choose a longer preset or an amount.`,
  PresetTooShort: ({ requestedWeeks, remaining }) => {
    const shortest = presetOf(remaining);
    const advice = shortest === undefined ? "wait until less is left" : `choose ${weeks(shortest)} or more`;
    return `${weeks(requestedWeeks)} are less than the ${duration(remaining)} for which the position is locked still; ${advice}.`;
  },
  SlashTooLarge: ({ slashBps, maxSlashBps }) =>
    `A slash of ${percent(slashBps)} is too large; one may hold back at most ${percent(maxSlashBps)} of a position.`,
  StakeLimitExceeded: ({ amount, available }) =>
    `${wct(amount)} are more than StakeWeight can take in; at most ${wct(available)} more fit.`,
  UnlockEndTooLate: ({ unlockEnd, latest }) =>
    `The lock ends at ${date(unlockEnd)}, but no position can end after ${date(latest)} now; it can be moved once its end is nearer.`,
  VotesExpiredSignature: ({ expiry }) =>
    `The signature for the delegation was valid until ${date(expiry)}; sign a new one.`,
  ZeroAmount: () => "The amount is 0; give one above 0.",
} satisfies Sentences<"StakeWeight">;
