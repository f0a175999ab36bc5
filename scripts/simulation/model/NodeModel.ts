import { confine, type Confinement, type SeatStatus } from "../../performance/confine";
import { NO_SCORE } from "../../performance/scoreNodes";
import type { Thresholds } from "../../performance/types";
import { type NodeState, nodeAt } from "../nodes/NodeState";

const DAY = 86_400;
const CONFINEMENT_TIME = DAY;
const CONFIRMATION_TIME = DAY;
const NO_SHOW_TIME = 7 * DAY;

/** So many nodes are Active, if as many can be. */
export const TARGET_ACTIVE = 15n;

/** Scores are kept in multiples of this, rounded down. */
const SCORE_UNIT = 10n ** 9n;

/** Who was seated when an epoch opened, in the order of the operators. */
export interface Seating {
  active: string[];
  reserved: string[];
}

const UNKNOWN: NodeState = {
  status: "None",
  registration: 0n,
  isSeated: false,
  confirmBy: 0,
  returnsAt: 0,
  lastScore: undefined,
};

/**
 * The nodes by the rules alone: where each stands, since when and until when, and who was seated as an epoch opened. Nothing is
 * read from the chain. Whoever calls an operation has made sure that it is allowed; they come in the order of their seconds.
 */
export class NodeModel {
  /** Whether an epoch was ever scored; before, a promotion needs no score. */
  isScored = false;

  readonly #weightOf: (operator: string, second: number) => bigint;
  readonly #thresholds: () => Thresholds;
  readonly #nodes: Map<string, NodeState>;
  readonly #lostAt = new Map<string, number>();
  readonly #openings = new Map<number, Seating>();
  #epoch: number;
  #registrations = 0n;

  constructor(options: {
    operators: readonly string[];
    start: number;
    thresholds: () => Thresholds;
    weightOf: (operator: string, second: number) => bigint;
  }) {
    this.#weightOf = options.weightOf;
    this.#thresholds = options.thresholds;
    this.#nodes = new Map(options.operators.map((operator) => [operator.toLowerCase(), UNKNOWN]));
    this.#epoch = Math.floor(options.start / DAY);
  }

  /** Every node, in the order of the operators, as it is at `second` if nobody does anything until then. */
  at(second: number): NodeState[] {
    return [...this.#nodes.values()].map((node) => nodeAt(node, second));
  }

  /** Who was seated when an epoch opened, the running one or the one before; nobody changes in that very second. */
  openingOf(epoch: number, second: number): Seating {
    this.#openUntil(second);
    return this.#openings.get(epoch) ?? { active: [], reserved: [] };
  }

  /** When a node was last confined or deactivated; 0 if never. */
  lostAt(operator: string): number {
    return this.#lostAt.get(operator.toLowerCase()) ?? 0;
  }

  /* OPERATIONS */

  register(operator: string, second: number): void {
    this.#openUntil(second);
    this.#registrations += 1n;
    this.#set(operator, { ...UNKNOWN, status: "Standby", registration: this.#registrations });
  }

  callUp(operator: string, second: number): void {
    this.#change(second, () => {
      this.#set(operator, { confirmBy: second + CONFIRMATION_TIME });
    });
  }

  confirm(operator: string, second: number): void {
    this.#change(second, () => {
      this.#set(operator, { status: "Reserved", isSeated: true, confirmBy: 0 });
    });
  }

  /** It leaves, or is told to. */
  deactivate(operator: string, second: number): void {
    this.#change(second, () => {
      this.#deactivate(operator, second);
    });
  }

  /** What is due by itself. */
  update(second: number): void {
    this.#change(second, () => undefined);
  }

  /** What the scores of an epoch bring; `scores` by operator, of those that kept their seats and have one. */
  finalize(
    outcome: Pick<Confinement, "confined" | "promoted"> & { deactivated: readonly string[] },
    scores: ReadonlyMap<string, bigint>,
    second: number,
  ): void {
    this.#change(second, () => {
      for (const operator of outcome.deactivated) this.#deactivate(operator, second);
      for (const [operator, score] of scores) this.#set(operator, { lastScore: score - (score % SCORE_UNIT) });
      this.isScored ||= scores.size !== 0;
      for (const operator of outcome.confined) {
        this.#set(operator, { status: "Confined", isSeated: false, returnsAt: second + CONFINEMENT_TIME });
        this.#lostAt.set(operator.toLowerCase(), second);
      }
      for (const operator of outcome.promoted) this.#set(operator, { status: "Active" });
    });
  }

  #of(operator: string): NodeState {
    return this.#nodes.get(operator.toLowerCase())!;
  }

  #set(operator: string, change: Partial<NodeState>): void {
    this.#nodes.set(operator.toLowerCase(), { ...this.#of(operator), ...change });
  }

  /** Confinements that are over end first; last of all free seats are filled. */
  #change(second: number, apply: () => void): void {
    this.#openUntil(second);
    for (const [operator, node] of this.#nodes) this.#nodes.set(operator, nodeAt(node, second));
    apply();
    this.#fill(second);
  }

  /** Whoever gives up a seat or a call-up can return later. */
  #deactivate(operator: string, second: number): void {
    const { status, confirmBy, isSeated, returnsAt, registration } = this.#of(operator);
    const away = isSeated ? second + CONFINEMENT_TIME : confirmBy === 0 ? 0 : second + NO_SHOW_TIME;
    const returns = status === "Confined" ? returnsAt : away;
    this.#set(operator, { ...UNKNOWN, status: "Deactivated", registration, returnsAt: returns });
    this.#lostAt.set(operator.toLowerCase(), second);
  }

  /** The best Reserved nodes take the free active seats: as after an epoch in which nobody has a score. */
  #fill(second: number): void {
    const nodes = [...this.#nodes].map(([operator, { status, registration, lastScore }]) => ({
      operator,
      statusAtOpening: seatStatusOf(status),
      score: NO_SCORE,
      weight: this.#weightOf(operator, second),
      registration,
      lastScore,
    }));
    const { isScored } = this;
    const { promoted } = confine({ nodes, thresholds: this.#thresholds(), targetActive: TARGET_ACTIVE, isScored });
    for (const operator of promoted) this.#set(operator, { status: "Active" });
  }

  /** Remembers the openings up to `second`, before anything changes in it. */
  #openUntil(second: number): void {
    while (this.#epoch < Math.floor(second / DAY)) {
      this.#epoch += 1;
      const nodes = this.at(this.#epoch * DAY);
      const withStatus = (status: SeatStatus) =>
        [...this.#nodes.keys()].filter((_, account) => nodes[account]!.status === status);
      this.#openings.set(this.#epoch, { active: withStatus("Active"), reserved: withStatus("Reserved") });
      this.#openings.delete(this.#epoch - 2);
    }
  }
}

/** The seat that a status stands for. */
export function seatStatusOf(status: NodeState["status"]): SeatStatus {
  return status === "Active" || status === "Reserved" ? status : "None";
}
