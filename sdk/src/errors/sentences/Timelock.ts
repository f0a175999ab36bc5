import { count, duration, hash } from "../phrases.js";
import { operationStateNames } from "../../generated/actions/timelock/types.js";
import { namesIn } from "./namesIn.js";
import type { Sentences } from "./Sentences.js";

export const timelockSentences = {
  TimelockInsufficientDelay: ({ delay, minDelay }) =>
    `A delay of ${duration(delay)} is too short; the timelock waits at least ${duration(minDelay)}.`,
  TimelockInvalidOperationLength: ({ targets, payloads, values }) =>
    `An operation needs a target, a payload and a value per call, but there are ${count(targets)} targets, ${count(payloads)} payloads and ${count(values)} values.`,
  TimelockUnauthorizedCaller: ({ caller }) =>
    `${caller} may not do this: only the timelock itself may, through an operation that was proposed, accepted and executed.`,
  TimelockUnexecutedPredecessor: ({ predecessorId }) =>
    `Operation ${hash(predecessorId)} has to be executed first; execute it, then this one.`,
  TimelockUnexpectedOperationState: ({ operationId, expectedStates }) => {
    const expected = namesIn(expectedStates, operationStateNames);
    return expected === "Unset"
      ? `Operation ${hash(operationId)} was scheduled before; use another salt to schedule the same once more.`
      : `Operation ${hash(operationId)} is not ${expected}, which it must be for this; look at its state, and wait if its delay is not over.`;
  },
} satisfies Sentences<"Timelock">;
