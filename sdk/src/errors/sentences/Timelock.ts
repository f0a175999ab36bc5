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
  TimelockUnexpectedOperationState: ({ operationId, expectedStates }) =>
    `Operation ${hash(operationId)} is not ${namesIn(expectedStates, operationStateNames)}, which it must be for this; ask for its state, and wait for its delay if it is waiting.`,
} satisfies Sentences<"Timelock">;
