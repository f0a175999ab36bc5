import { NO_SCORE } from "./scoreNodes";
import type { Thresholds } from "./types";

/** "None": not seated. */
export type SeatStatus = "Active" | "Reserved" | "None";

/** A node that was seated at the opening of the epoch, or is now. */
export interface SeatedNode {
  operator: string;
  statusAtOpening: SeatStatus;
  /** When the scores are applied, after those were deactivated that qualify no longer; as at the opening if not given. */
  status?: SeatStatus;
  /** {@link NO_SCORE} if there is none. */
  score: bigint;
  /** In wei. */
  weight: bigint;
  /** Its number in the order of registrations. */
  registration: bigint;
  /** The one before this epoch's, in 1e18 fixed point; undefined if there is none. */
  lastScore: bigint | undefined;
}

/** What scores do to the seats. */
export interface Confinement {
  /** Whether nobody is confined, because more than a third of the Active nodes failed together. */
  isSuspended: boolean;
  /** The Active nodes of the opening that are still seated. */
  active: bigint;
  /** Those of them that failed. */
  failed: bigint;
  /** Operators: the Reserved ones in the given order, then the Active ones, worst first. */
  confined: string[];
  /** Operators that failed and stay Active, because too few are left to replace them; worst first. */
  spared: string[];
  /** Operators, in the order of their promotion. */
  promoted: string[];
}

/**
 * What the registry will do with an epoch's scores. Active nodes are confined worst first, as long as the floor can be held
 * with Reserved ones; then free seats are filled up to `targetActive`.
 */
export function confine(options: {
  nodes: readonly SeatedNode[];
  thresholds: Thresholds;
  targetActive: bigint;
}): Confinement {
  const { nodes, thresholds, targetActive } = options;
  const seated = nodes.map(present).filter(({ status }) => status !== "None");
  const measured = seated.filter(({ statusAtOpening }) => statusAtOpening === "Active");
  const hasFailed = (node: PresentNode) => failed(node, thresholds);
  const failures = measured.filter(hasFailed).length;
  const isSuspended = 3 * failures > measured.length;

  const failing = isSuspended ? [] : seated.filter(hasFailed);
  const reservedFailing = failing.filter(({ status }) => status === "Reserved");
  const activeFailing = failing.filter(({ status }) => status === "Active").sort(worstFirst);
  const candidates = seated.filter((node) => node.status === "Reserved" && !hasFailed(node)).sort(bestFirst);
  const serving = BigInt(seated.filter(({ status }) => status === "Active").length);
  const promotedFrom = (active: bigint) => promote({ active, candidates, thresholds, targetActive });

  let allowed = 0;
  while (allowed < activeFailing.length) {
    const left = serving - BigInt(allowed + 1);
    if (left + BigInt(promotedFrom(left).length) < thresholds.activeFloor) break;
    allowed += 1;
  }
  const activeConfined = activeFailing.slice(0, allowed);
  return {
    isSuspended,
    active: BigInt(measured.length),
    failed: BigInt(failures),
    confined: operatorsOf([...reservedFailing, ...activeConfined]),
    spared: operatorsOf(activeFailing.slice(allowed)),
    promoted: operatorsOf(promotedFrom(serving - BigInt(allowed))),
  };
}

interface PresentNode extends SeatedNode {
  status: SeatStatus;
}

/** The node with its last score brought up to date. */
function present(node: SeatedNode): PresentNode {
  const isScored = node.statusAtOpening !== "None" && node.score !== NO_SCORE;
  return { ...node, status: node.status ?? node.statusAtOpening, lastScore: isScored ? node.score : node.lastScore };
}

function failed({ statusAtOpening, score }: SeatedNode, { confinement }: Thresholds): boolean {
  return statusAtOpening !== "None" && score !== NO_SCORE && score < confinement;
}

/** Who of `candidates`, best first, become Active if `active` are; with fewer than the floor a lower score is enough. */
function promote(options: {
  active: bigint;
  candidates: readonly PresentNode[];
  thresholds: Thresholds;
  targetActive: bigint;
}): PresentNode[] {
  const { active, candidates, thresholds, targetActive } = options;
  const promoted: PresentNode[] = [];
  for (let now = active; now < targetActive; now += 1n) {
    const least = now < thresholds.activeFloor ? thresholds.confinement : thresholds.promotion;
    const next = candidates.find((node) => !promoted.includes(node) && (node.lastScore ?? -1n) >= least);
    if (!next) break;
    promoted.push(next);
  }
  return promoted;
}

/** The lowest score first; of equal ones the later registration. */
function worstFirst(a: SeatedNode, b: SeatedNode): number {
  return compare(a.score, b.score) || compare(b.registration, a.registration);
}

/** The greatest weight first; of equal ones the earlier registration. */
function bestFirst(a: SeatedNode, b: SeatedNode): number {
  return compare(b.weight, a.weight) || compare(a.registration, b.registration);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function operatorsOf(nodes: readonly SeatedNode[]): string[] {
  return nodes.map(({ operator }) => operator);
}
