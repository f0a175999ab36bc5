import { type Position, type PositionState, PRESETS, WEEK } from "../model/StakeModel";
import type { Random } from "../Random";
import { type Habit, pickPreset } from "./population";

/** What an account does on a day. */
export type Action =
  | { kind: "stake" | "increase" | "initiateUnlock" | "withdraw" | "claim" | "restake" | "delegate" | "wait" }
  | { kind: "relock" | "update"; presetWeeks: number }
  /** Something that the contracts have to refuse. */
  | { kind: "refused"; call: "stake" | "withdraw" | "initiateUnlock" | "relock" };

type Kind = "increase" | "initiateUnlock" | "claim" | "restake" | "delegate" | "relock" | "update";
type Choices = readonly (readonly [Kind, number])[];

/** How likely an account does what while it is Locked. */
const whileLocked: Record<Habit, Choices> = {
  holder: [
    ["claim", 75],
    ["increase", 15],
    ["delegate", 7],
    ["initiateUnlock", 3],
  ],
  leaver: [
    ["initiateUnlock", 50],
    ["claim", 45],
    ["increase", 5],
  ],
  relocker: [
    ["relock", 25],
    ["update", 25],
    ["initiateUnlock", 30],
    ["claim", 20],
  ],
  restaker: [
    ["restake", 90],
    ["increase", 5],
    ["update", 5],
  ],
  sleeper: [
    ["claim", 60],
    ["initiateUnlock", 40],
  ],
  whale: [
    ["increase", 35],
    ["claim", 35],
    ["update", 15],
    ["delegate", 10],
    ["initiateUnlock", 5],
  ],
  dust: [
    ["claim", 25],
    ["increase", 20],
    ["restake", 10],
    ["update", 15],
    ["initiateUnlock", 20],
    ["delegate", 10],
  ],
  operator: [
    ["claim", 60],
    ["restake", 25],
    ["increase", 15],
  ],
};

/** How likely it does what while it is Unlocking. */
const whileUnlocking: Record<Habit, Choices> = {
  holder: [
    ["claim", 70],
    ["relock", 30],
  ],
  leaver: [
    ["claim", 95],
    ["increase", 5],
  ],
  relocker: [
    ["relock", 55],
    ["update", 25],
    ["increase", 20],
  ],
  restaker: [
    ["restake", 60],
    ["relock", 40],
  ],
  sleeper: [["claim", 100]],
  whale: [
    ["claim", 40],
    ["relock", 40],
    ["increase", 20],
  ],
  dust: [
    ["claim", 40],
    ["relock", 30],
    ["increase", 30],
  ],
  operator: [["claim", 100]],
};

/** Of how many actions one is something that is refused. */
const REFUSED = 0.01;

/** What an account of this habit does next, in the state that it is in. */
export function chooseAction(options: {
  random: Random;
  habit: Habit;
  state: PositionState;
  position: Position;
  second: number;
}): Action {
  const { random, habit, state, position, second } = options;
  if (state === "None") return { kind: "stake" };
  if (habit !== "operator" && random.chance(REFUSED)) return { kind: "refused", call: refusedCall(random, state) };
  // Who sleeps does not hurry to take its tokens either.
  if (state === "Unlocked")
    return random.chance(habit === "sleeper" ? 0.3 : 0.9) ? { kind: "withdraw" } : { kind: "claim" };
  const kind = random.pickWeighted((state === "Locked" ? whileLocked : whileUnlocking)[habit]);
  if (kind !== "relock" && kind !== "update") return { kind };
  const least = state === "Locked" ? position.presetWeeks * WEEK : position.unlockEnd - second;
  const allowed = PRESETS.filter((preset) => preset * WEEK >= least);
  const isUnchanged = (preset: number) => kind === "relock" && state === "Locked" && preset === position.presetWeeks;
  const preset = [pickPreset(random), ...allowed].find(
    (one) => allowed.some((other) => other === one) && !isUnchanged(one),
  );
  return preset === undefined ? { kind: "claim" } : { kind, presetWeeks: preset };
}

function refusedCall(random: Random, state: PositionState): Extract<Action, { kind: "refused" }>["call"] {
  if (state === "Locked") return random.pick(["stake", "withdraw"]);
  if (state === "Unlocking") return random.pick(["stake", "withdraw", "initiateUnlock"]);
  return random.pick(["stake", "initiateUnlock", "relock"]);
}

/** After how many days it acts again, if nothing calls it earlier. */
const pauses: Record<Habit, readonly [from: number, to: number]> = {
  holder: [28, 112],
  leaver: [28, 126],
  relocker: [35, 105],
  restaker: [21, 63],
  sleeper: [250, 900],
  whale: [14, 49],
  dust: [28, 91],
  operator: [28, 84],
};

export function pauseOf(random: Random, habit: Habit): number {
  return random.between(...pauses[habit]);
}
