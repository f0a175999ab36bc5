import type { Status } from "../../generated/actions/nodeRegistry/types.js";
import { count, date, decimal, epoch, hash, wct, weeks } from "../phrases.js";
import type { Sentences } from "./Sentences.js";

export const nodeRegistrySentences = {
  AlreadyCalledUp: ({ operator }) => `The node of ${operator} is called up already; its operator has to confirm.`,
  CallUpExpired: ({ operator, confirmBy }) =>
    `The call-up of ${operator} had to be confirmed before ${date(confirmBy)}. The node can be deactivated for it now, and has to register anew.`,
  CallUpNotExpired: ({ operator, confirmBy }) =>
    `The node of ${operator} can confirm its call-up until ${date(confirmBy)}; it can be deactivated from then on.`,
  EnforcedPause: () =>
    "The node registry is paused: no node can register or be called up until the administrator ends the pause. Confirming and leaving go on.",
  InvalidTargets: ({ active, reserved, maxActive, maxSeated }) =>
    `${count(active)} active and ${count(reserved)} reserved nodes cannot be the targets: 1 to ${count(maxActive)} may be active, and both together at most ${count(maxSeated)}.`,
  NoFreePlace: ({ occupied, target }) =>
    `No place is free: ${count(occupied)} nodes are seated or called up, and ${count(target)} are wanted. Name a called-up node of less stake weight to displace, or wait.`,
  NoFreeSeat: () =>
    "Every seat is taken, those of confined nodes included; wait until a node leaves or is deactivated.",
  NotAllowed: ({ operator }) =>
    `${operator} is not on the list of operators that may register in phase 1; ask the registrar to be put on it.`,
  NotCalledUp: ({ operator }) =>
    `The node of ${operator} is not called up. A Standby node is called up by anyone when a place is free.`,
  NotInPhaseOne: () => "That is possible in phase 1 only; in phase 2 nobody can remove a node at will.",
  NotStronger: ({ candidate, weight, standing }) =>
    `${candidate} has a stake weight of ${decimal(weight)}, but needs more than the ${decimal(standing)} of the node that it would displace.`,
  PhaseUnchanged: ({ phase }) => `Phase ${phase} is set already; there is nothing to change.`,
  StakeNotQualified: ({ operator, minAmount, minPresetWeeks }) =>
    `The position of ${operator} does not qualify for a node: it must be Locked, of at least ${wct(minAmount)} and with a preset of at least ${weeks(minPresetWeeks)}. Increase or relock it.`,
  StakeQualified: ({ operator }) =>
    `The position of ${operator} is what a node needs, so the node cannot be deactivated for it.`,
  TooEarlyToConfirm: ({ from }) =>
    `The call-up can be confirmed from ${date(from)} on; until then, nodes of more stake weight have their chance.`,
  TooEarlyToReturn: ({ operator, from }) =>
    `The node of ${operator} gave up its seat or its call-up and can register anew from ${date(from)} on.`,
  TooLateToDisplace: ({ operator, until }) =>
    `The node of ${operator} could be displaced before ${date(until)}; now it is its turn to confirm. If it misses its deadline, the place is free.`,
  UnknownEpoch: ({ epoch: asked, running }) =>
    `The seats of ${epoch(asked)} are not known: only those of the running one, ${epoch(running)}, and of the one before can be asked for.`,
  WrongSet: ({ epoch: asked, setHash, expected }) =>
    `The nodes handed in (${hash(setHash)}) are not those that were seated at the opening of ${epoch(asked)} (${hash(expected)}); take them from the event SeatedSetRecorded.`,
  WrongStatus: ({ operator, status }) => `The node of ${operator} ${statusSaid(status)}`,
} satisfies Sentences<"NodeRegistry">;

function statusSaid(status: Status): string {
  if (status === "None") return "was never registered; register it first.";
  if (status === "Deactivated") return "is Deactivated; register it anew first.";
  if (status === "Standby")
    return "is Standby, registered and waiting to be called up, which does not allow this; wait for the call-up, or leave.";
  return `is ${status}: it is registered and has a seat, which does not allow this; leave first if you want to give it up.`;
}
