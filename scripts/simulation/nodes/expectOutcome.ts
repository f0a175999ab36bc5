import { getAddress } from "ethers";
import { confine, type Confinement, type SeatedNode } from "../../performance/confine";
import { pay } from "../../performance/pay";
import { NO_SCORE } from "../../performance/scoreNodes";
import type { SeatedSet } from "../../performance/types";
import { seatStatusOf, TARGET_ACTIVE } from "../model/NodeModel";
import type { NodeState } from "./NodeState";
import type { Round } from "./Rounds";

/** A node as the finalization finds it. */
export interface FoundNode {
  operator: string;
  state: NodeState;
  /** Whether its position is what a node needs. */
  isQualified: boolean;
  /** Whether it was confined or deactivated since the opening of the epoch. */
  hasLost: boolean;
  weight: bigint;
  weightAtOpening: bigint;
}

/** What a finalization has to bring. */
export interface Outcome extends Confinement {
  /** Operators that qualify no longer. */
  deactivated: string[];
  /** By operator, of those that kept their seats and have one. */
  scores: ReadonlyMap<string, bigint>;
  /** Per node of the set, in its order. */
  amounts: bigint[];
}

/** What becomes of the seats and of a budget by a round's scores, by the reference (`scripts/performance`). */
export function expectOutcome(options: {
  round: Round;
  nodes: readonly FoundNode[];
  isScored: boolean;
  budget: bigint;
}): Outcome {
  const { round, nodes, isScored, budget } = options;
  const { set, scores, configuration } = round;
  const places = new Map(set.operators.map((operator, index) => [getAddress(operator), index]));
  const activeAt = new Set(activeOperators(set));
  const found = nodes.map((node) => {
    const place = places.get(getAddress(node.operator));
    const kept = place !== undefined && !node.hasLost && node.isQualified;
    const wasActive = activeAt.has(getAddress(node.operator));
    const seated: SeatedNode = {
      operator: getAddress(node.operator),
      statusAtOpening: kept ? (wasActive ? "Active" : "Reserved") : "None",
      status: isOut(node, place) ? "None" : seatStatusOf(node.state.status),
      score: place === undefined ? NO_SCORE : scores[place]!.score,
      weight: node.weight,
      registration: node.state.registration,
      lastScore: node.state.lastScore,
    };
    return { ...node, place, kept, wasActive, seated };
  });
  const confinement = confine({
    nodes: found.map(({ seated }) => seated),
    thresholds: configuration.thresholds,
    targetActive: TARGET_ACTIVE,
    isScored,
  });
  const unpaid = new Set([...confinement.confined, ...confinement.spared]);
  const paid = set.operators.map((operator, place) => {
    const node = found.find((one) => one.place === place)!;
    const { score } = scores[place]!;
    const isPaid = node.kept && score !== NO_SCORE && !unpaid.has(getAddress(operator));
    return { weight: node.weightAtOpening, isActive: node.wasActive, isPaid, score };
  });
  return {
    ...confinement,
    deactivated: found.filter((node) => isOut(node, node.place)).map(({ seated }) => seated.operator),
    scores: new Map(
      found
        .filter(({ kept, seated }) => kept && seated.score !== NO_SCORE)
        .map(({ seated }) => [seated.operator, seated.score]),
    ),
    amounts: pay({ budget, terms: configuration.pay, nodes: paid }),
  };
}

/** Of the set, and deactivated by the finalization, because it qualifies no longer. */
function isOut({ hasLost, isQualified }: FoundNode, place: number | undefined): boolean {
  return place !== undefined && !hasLost && !isQualified;
}

/** Those of a seated set that were Active. */
export function activeOperators({ active, reserved, operators }: SeatedSet): string[] {
  const seats = [...bitsOf(active | reserved)];
  return operators.filter((_, index) => (active >> BigInt(seats[index]!)) & 1n).map((operator) => getAddress(operator));
}

function* bitsOf(set: bigint): Generator<number> {
  for (let seat = 0; set >> BigInt(seat) !== 0n; seat++) if ((set >> BigInt(seat)) & 1n) yield seat;
}
