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
 * What the registry will do with an epoch's scores, step by step as it does. Free seats are filled up to `targetActive`; then
 * Active nodes are confined worst first, each as long as a Reserved one takes its seat or the floor stays. Before the first
 * scored epoch a promotion needs no score.
 */
export function confine(options: {
  nodes: readonly SeatedNode[];
  thresholds: Thresholds;
  targetActive: bigint;
  /** Whether an epoch was ever scored, before this one. */
  isScored: boolean;
}): Confinement {
  const { nodes, thresholds, targetActive } = options;
  const seated = nodes.map(present).filter(({ status }) => status !== "None");
  const isScored = options.isScored || seated.some(hasScore);
  const least = (active: bigint) => (isScored ? leastFor(active, thresholds) : undefined);
  const measured = seated.filter(({ statusAtOpening }) => statusAtOpening === "Active");
  const hasFailed = (node: PresentNode) => failed(node, thresholds);
  const failures = measured.filter(hasFailed).length;
  const isSuspended = 3 * failures > measured.length;

  const failing = isSuspended ? [] : seated.filter(hasFailed);
  const confined = failing.filter(({ status }) => status === "Reserved");
  const activeFailing = failing.filter(({ status }) => status === "Active").sort(worstFirst);
  const candidates = seated.filter((node) => node.status === "Reserved" && !hasFailed(node)).sort(bestFirst);
  let active = BigInt(seated.filter(({ status }) => status === "Active").length);
  const promoted = fill({ active, candidates, least, targetActive });
  active += count(promoted);

  const floor = thresholds.activeFloor < targetActive ? thresholds.activeFloor : targetActive;
  const spared: PresentNode[] = [];
  for (const node of activeFailing) {
    const left = active - 1n;
    const next = left < targetActive ? takeBest(candidates, least(left)) : undefined;
    if (!next && left < floor) {
      spared.push(node);
      continue;
    }
    confined.push(node);
    if (next) promoted.push(next);
    active = next ? active : left;
  }
  // Fewer may be Active than before, so that a lower score is enough.
  promoted.push(...fill({ active, candidates, least, targetActive }));
  return {
    isSuspended,
    active: count(measured),
    failed: BigInt(failures),
    confined: operatorsOf(confined),
    spared: operatorsOf(spared),
    promoted: operatorsOf(promoted),
  };
}

interface PresentNode extends SeatedNode {
  status: SeatStatus;
}

/** The node with its last score brought up to date. */
function present(node: SeatedNode): PresentNode {
  const lastScore = hasScore(node) ? node.score : node.lastScore;
  return { ...node, status: node.status ?? node.statusAtOpening, lastScore };
}

function hasScore({ statusAtOpening, score }: SeatedNode): boolean {
  return statusAtOpening !== "None" && score !== NO_SCORE;
}

function failed(node: SeatedNode, { confinement }: Thresholds): boolean {
  return hasScore(node) && node.score < confinement;
}

/** Takes those out of `candidates`, best first, who become Active if `active` are. */
function fill(options: {
  active: bigint;
  candidates: PresentNode[];
  /** The score that makes Active if so many are; undefined if none is needed. */
  least: (active: bigint) => bigint | undefined;
  targetActive: bigint;
}): PresentNode[] {
  const { active, candidates, least, targetActive } = options;
  const promoted: PresentNode[] = [];
  for (let now = active; now < targetActive; now += 1n) {
    const next = takeBest(candidates, least(now));
    if (!next) break;
    promoted.push(next);
  }
  return promoted;
}

/** The score that makes Active if `active` are; with fewer than the floor a lower one is enough. */
function leastFor(active: bigint, { activeFloor, confinement, promotion }: Thresholds): bigint {
  return active < activeFloor ? confinement : promotion;
}

/** Takes the first out of `candidates` whose last score is at least `least`, or the first of all if none is needed. */
function takeBest(candidates: PresentNode[], least: bigint | undefined): PresentNode | undefined {
  const index = candidates.findIndex(({ lastScore }) => least === undefined || (lastScore ?? -1n) >= least);
  return index === -1 ? undefined : candidates.splice(index, 1)[0];
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

function count(nodes: readonly PresentNode[]): bigint {
  return BigInt(nodes.length);
}

function operatorsOf(nodes: readonly SeatedNode[]): string[] {
  return nodes.map(({ operator }) => operator);
}
