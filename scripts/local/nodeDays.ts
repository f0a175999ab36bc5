import { parseEther } from "ethers";
import { keepers, operatorAccounts } from "./localAccounts";
import type { Condition } from "./simulateMeasurements";

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** How many epochs are measured. A day before them serves to prepare, and the last is finalized on the day after it. */
export const MEASURED_DAYS = 6;

/** How long before the present the nodes' days begin at the earliest, in seconds. */
export const NODES_TIME = (MEASURED_DAYS + 2) * DAY;

/** What every epoch is funded with, in wei. */
export const EPOCH_FUNDING = parseEther("1000");

/** How many epochs are funded at once: those measured, the running one, and another week. */
export const FUNDED_EPOCHS = 14;

/** A node is known by its number, counted from 1; so are days and committee members. The first day is day 0. */
interface NodeStake {
  /** In wei. */
  amount: bigint;
  presetWeeks: bigint;
}

/** The positions of the nodes, the heaviest first. */
export const nodeStakes: NodeStake[] = operatorAccounts.map((_, index) => ({
  amount: parseEther(String(340_000 - index * 10_000)),
  presetWeeks: index < 8 ? 104n : index < 16 ? 78n : 52n,
}));

/** What is out of the ordinary. */
export interface Incident {
  day: number;
  node: number;
  condition: Condition;
  /** The only member that says so, if it is not true. */
  claimedBy?: number;
}

export const incidents: Incident[] = [
  { day: 2, node: 4, condition: "slow" },
  { day: 2, node: 11, condition: "down" },
  { day: 3, node: 5, condition: "down", claimedBy: 3 },
  { day: 6, node: 9, condition: "down" },
];

/** Something that happens at second `t`. */
export type NodeStep = { t: number } & (
  | { kind: "stake" | "register" | "fund" | "claim" }
  | { kind: "callUp" | "confirm"; nodes: number[] }
  | { kind: "leave"; node: number }
  | { kind: "open"; day: number }
  /** Tried with the reports of these members. */
  | { kind: "finalize"; day: number; members: number[] }
  | { kind: "vetoSlash" | "executeSlash"; node: number; day: number }
);

export interface NodeDays {
  /** The epoch that day 0 is. */
  firstEpoch: number;
  steps: NodeStep[];
}

/**
 * The days of the nodes up to `present`, or, if the chain's clock `chainNow` does not leave the time, from the day after it on:
 * on day 0 they register and are seated, on days 1 to 6 they are measured, and day 7 is the present. In their course nodes
 * fail, one leaves, another one takes its place, a day is missed, and one of the committee lies.
 */
export function planNodeDays(options: { chainNow: number; present: number }): NodeDays {
  const { chainNow, present } = options;
  const lastDay = MEASURED_DAYS + 1;
  const firstEpoch = Math.max(Math.floor(present / DAY) - lastDay, Math.floor(chainNow / DAY) + 1);
  /** Never later than the present, if the present is on the last day. */
  const at = (day: number, hour: number) => {
    const t = (firstEpoch + day) * DAY + hour * HOUR;
    return day === lastDay && present >= (firstEpoch + day) * DAY ? Math.min(t, present) : t;
  };
  const committee = keepers.committee.map((_, index) => index + 1);
  const without = (...absent: number[]) => committee.filter((member) => !absent.includes(member));
  const seated = Array.from({ length: 21 }, (_, index) => index + 1);
  const opening = 1 / 60;

  const steps: NodeStep[] = [
    { t: at(0, 9), kind: "stake" },
    { t: at(0, 10), kind: "register" },
    { t: at(0, 10.5), kind: "fund" },
    { t: at(0, 11), kind: "callUp", nodes: seated },
    { t: at(0, 12), kind: "confirm", nodes: seated },
    { t: at(1, opening), kind: "open", day: 1 },
    { t: at(2, opening), kind: "open", day: 2 },
    { t: at(2, 1), kind: "finalize", day: 1, members: committee },
    { t: at(3, opening), kind: "open", day: 3 },
    { t: at(3, 1), kind: "finalize", day: 2, members: committee },
    { t: at(3, 13), kind: "vetoSlash", node: 4, day: 2 },
    { t: at(3, 15), kind: "leave", node: 8 },
    { t: at(3, 15.5), kind: "callUp", nodes: [22] },
    { t: at(3, 16.5), kind: "confirm", nodes: [22] },
    { t: at(4, opening), kind: "open", day: 4 },
    { t: at(4, 1), kind: "finalize", day: 3, members: committee },
    { t: at(4, 1.5), kind: "executeSlash", node: 11, day: 2 },
    { t: at(5, opening), kind: "open", day: 5 },
    // Of seven reports five would be enough.
    { t: at(5, 6), kind: "finalize", day: 4, members: without(2, 5, 7) },
    { t: at(6, opening), kind: "open", day: 6 },
    // A quorum without all others is enough from six hours after the end on.
    { t: at(6, 6), kind: "finalize", day: 5, members: without(4) },
    { t: at(6, 12), kind: "claim" },
    { t: at(lastDay, opening), kind: "open", day: lastDay },
    { t: at(lastDay, 1), kind: "finalize", day: 6, members: committee },
  ];
  return { firstEpoch, steps };
}

/** How a node is on a day, as a member sees it. */
export function conditionOf(options: { day: number; node: number; member: number }): Condition {
  const { day, node, member } = options;
  const incident = incidents.find((one) => one.day === day && one.node === node);
  if (!incident || (incident.claimedBy ?? member) !== member) return "well";
  return incident.condition;
}
