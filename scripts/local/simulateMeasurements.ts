import { id } from "ethers";
import type { Entry } from "../performance/types";

/** What can happen to a node in a day. */
export type Condition = "well" | "slow" | "down";

/** Probes of a day, one a minute. */
const PROBES = 1_440;

/** A node that is well answers within these on average, in milliseconds. */
const LATENCY = { from: 60, to: 400 };

/** Of a node that is slow, in milliseconds: too slow for its score, although it always answers. */
const SLOW_LATENCY = 1_250;

/** The part of the day in which a node that is down answers. */
const UP_WHEN_DOWN = 0.55;

/**
 * What a committee member measures of nodes in a day, in place of real probes: every node has its own latency, every day its
 * own luck, and every member sees it a little differently. The same every time. Nodes are counted from 1, days and members
 * likewise.
 */
export function simulateMeasurements(options: {
  day: number;
  member: number;
  /** By the number of the node. */
  operators: ReadonlyMap<number, string>;
  /** How a node is on that day, as this member sees it. */
  conditionOf: (node: number) => Condition;
}): Map<string, Entry> {
  const { day, member, operators, conditionOf } = options;
  const measured = new Map<string, Entry>();
  for (const [node, operator] of operators) {
    const condition = conditionOf(node);
    const own = LATENCY.from + chance("latency", node) * (LATENCY.to - LATENCY.from);
    const mean = condition === "slow" ? SLOW_LATENCY : own * (0.95 + 0.1 * chance("luck", node, day));
    const latencyMs = mean * (0.98 + 0.04 * chance("distance", node, day, member));
    const up = condition === "down" ? UP_WHEN_DOWN : 1 - 0.02 * chance("losses", node, day);
    const successes = Math.round(PROBES * up) - Math.floor(3 * chance("probes", node, day, member));
    measured.set(operator, {
      successes: BigInt(successes),
      probes: BigInt(PROBES),
      latencySumMs: BigInt(Math.round(successes * latencyMs)),
    });
  }
  return measured;
}

/** A number from 0 up to 1 that follows from what it is for. */
function chance(what: string, ...numbers: number[]): number {
  return Number.parseInt(id([what, ...numbers].join("/")).slice(2, 10), 16) / 2 ** 32;
}
