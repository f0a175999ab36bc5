import type { LockStatus } from "../../generated/actions/legacyStakeWeightBridge/types.js";
import { date, duration } from "../phrases.js";
import type { Sentences } from "./Sentences.js";

export const legacyStakeWeightBridgeSentences = {
  CannotJoin: ({ account, status }) => `The lock of ${account} cannot be joined to a position: ${cannotJoin(status)}.`,
  LegacySystemFrozen: ({ selector }) =>
    `The legacy system is frozen, so ${selector} can no longer be called there; move the lock to StakeWeight and go on there.`,
  LockNotEnded: ({ account, end }) =>
    end === 0n
      ? `${account} has no legacy lock that ends: it is perpetual, or there is none. Initiate the unlock of a perpetual one first.`
      : `The legacy lock of ${account} ends at ${date(end)}; it can be withdrawn from then on.`,
  LockOutlastsPosition: ({ lockRemaining, positionRemaining }) =>
    `The legacy lock lasts for another ${duration(lockRemaining)}, your position only for ${duration(positionRemaining)}; relock the position for at least as long first.`,
  NotPerpetual: ({ account, end }) =>
    end === 0n
      ? `${account} has no legacy lock to unlock.`
      : `The legacy lock of ${account} is not perpetual: it ends at ${date(end)} by itself, so there is nothing to unlock.`,
  NothingTransferred: ({ account }) =>
    `Nothing was ever transferred in for the legacy lock of ${account}, so there is nothing to withdraw.`,
  WrongToken: ({ legacyToken, token }) =>
    `The legacy system locked the token ${legacyToken}, but StakeWeight stakes ${token}; nothing can be moved between them.`,
} satisfies Sentences<"LegacyStakeWeightBridge">;

function cannotJoin(status: LockStatus): string {
  switch (status) {
    case "None":
      return "there is no lock, or none any more";
    case "Ready":
      return "there is no position to join; migrate it instead";
    case "NotBacked":
      return "what was transferred in for it is not its amount";
    case "EndNotWeekStart":
      return "it does not end on a Thursday 00:00 UTC; withdraw it once it has ended";
    case "EndTooLate":
      return "it ends too late for a position; wait until its end is nearer";
    case "NoPreset":
      return "its weeks are no preset; initiate its unlock instead";
    case "PositionExists":
      return "there is a position already";
  }
}
