import { ZeroAddress } from "ethers";
import { confine, type SeatStatus } from "../../scripts/performance/confine";
import { hashSeatedSet } from "../../scripts/performance/hashSeatedSet";
import { NO_SCORE } from "../../scripts/performance/scoreNodes";
import type { SeatedSet, Thresholds } from "../../scripts/performance/types";
import { DAY, HOUR } from "./time";

export type ModelStatus = "None" | "Standby" | "CalledUp" | "Reserved" | "Active" | "Confined" | "Deactivated";

interface ModelNode {
  operator: string;
  status: ModelStatus;
  /** Undefined without one. */
  seat: number | undefined;
  registration: bigint;
  /** The end of its call-up or of its confinement. */
  until: bigint;
  lastScore: bigint | undefined;
  /** Its position's amount. All have the same preset, so that it ranks like the stake weight. */
  stake: bigint;
  isQualified: boolean;
  isAllowed: boolean;
  /** When it last lost a seat: was confined or deactivated. */
  lostAt: bigint;
}

/** What views tell of a node. */
export type ModelView = [
  status: bigint,
  registration: bigint,
  isSeated: boolean,
  confirmBy: bigint,
  returnsAt: bigint,
  hasScore: boolean,
  lastScore: bigint,
];

/** The contract keeps scores in multiples of this, rounded down. */
const SCORE_UNIT = 10n ** 9n;

const SEATS = 32;
const statusNumbers = { None: 0n, Standby: 1n, CalledUp: 1n, Reserved: 2n, Active: 3n, Confined: 4n, Deactivated: 5n };

/**
 * The rules of the registry as plain as can be: one status per node, every second told in order, nothing packed. A refused
 * operation answers the name of its error and changes nothing.
 */
export class RegistryModel {
  readonly nodes: ModelNode[];
  targets: { active: number; reserved: number };
  isPaused = false;

  /** When confinements were last ended. */
  private time: bigint;
  private thresholds: Thresholds = { confinement: 0n, promotion: 0n, activeFloor: 0n };
  private isScored = false;
  private registrations = 0n;
  /** By epoch, of each epoch that was reached. */
  private readonly openings = new Map<bigint, SeatedSet>();

  constructor(options: {
    time: bigint;
    operators: { operator: string; stake: bigint }[];
    targets: { active: number; reserved: number };
  }) {
    const { time, operators, targets } = options;
    this.time = time;
    this.targets = targets;
    this.nodes = operators.map(({ operator, stake }) => ({
      operator,
      status: "None",
      seat: undefined,
      registration: 0n,
      until: 0n,
      lastScore: undefined,
      stake,
      isQualified: true,
      isAllowed: true,
      lostAt: -1n,
    }));
    const epoch = time / DAY;
    for (const each of [epoch - 1n, epoch]) this.openings.set(each, this.presentSet(time));
  }

  /** Lets the time pass: openings are recorded before whatever happens in their second. */
  advance(time: bigint): void {
    for (let epoch = this.time / DAY + 1n; epoch <= time / DAY; epoch += 1n) {
      this.openings.set(epoch, this.presentSet(epoch * DAY));
    }
    this.time = time;
  }

  /** The running one. */
  get epoch(): bigint {
    return this.time / DAY;
  }

  indexOf(operator: string): number {
    return this.nodes.findIndex((node) => node.operator === operator);
  }

  canConfirm(index: number): boolean {
    const { status, until } = this.nodes[index]!;
    return status === "CalledUp" && this.time < until && this.time >= until - DAY + HOUR;
  }

  register(index: number): string | undefined {
    const node = this.nodes[index]!;
    if (this.isPaused) return "EnforcedPause";
    if (node.status !== "None" && node.status !== "Deactivated") return "WrongStatus";
    if (node.until > this.time) return "TooEarlyToReturn";
    if (!node.isAllowed) return "NotAllowed";
    if (!node.isQualified) return "StakeNotQualified";
    this.registrations += 1n;
    Object.assign(node, { status: "Standby", registration: this.registrations, until: 0n, lastScore: undefined });
    return undefined;
  }

  callUp(index: number, displacedIndex: number | undefined): string | undefined {
    const node = this.nodes[index]!;
    if (this.isPaused) return "EnforcedPause";
    if (node.status === "CalledUp") return "AlreadyCalledUp";
    if (node.status !== "Standby") return "WrongStatus";
    if (!node.isQualified) return "StakeNotQualified";
    let seat: number;
    let until = this.time + DAY;
    if (displacedIndex === undefined) {
      const occupied = this.with("Active", "Reserved", "CalledUp").length + this.returned().length;
      if (occupied >= this.targets.active + this.targets.reserved) return "NoFreePlace";
      const holders = this.holders();
      seat = holders.indexOf(ZeroAddress);
      if (seat === -1) return "NoFreeSeat";
    } else {
      const displaced = this.nodes[displacedIndex]!;
      if (displaced.status !== "CalledUp") return "NotCalledUp";
      if (this.time >= displaced.until - DAY + HOUR) return "TooLateToDisplace";
      if (node.stake <= displaced.stake) return "NotStronger";
      seat = displaced.seat!;
      until = displaced.until;
      Object.assign(displaced, { status: "Standby", seat: undefined, until: 0n });
    }
    Object.assign(node, { status: "CalledUp", seat, until });
    return this.finish();
  }

  confirm(index: number): string | undefined {
    const node = this.nodes[index]!;
    if (node.status !== "CalledUp") return "NotCalledUp";
    if (this.time < node.until - DAY + HOUR) return "TooEarlyToConfirm";
    if (this.time >= node.until) return "CallUpExpired";
    if (!node.isQualified) return "StakeNotQualified";
    Object.assign(node, { status: "Reserved", until: 0n, lastScore: undefined });
    return this.finish();
  }

  deactivateMissed(index: number): string | undefined {
    const node = this.nodes[index]!;
    if (node.status !== "CalledUp") return "NotCalledUp";
    if (this.time < node.until) return "CallUpNotExpired";
    return this.out(node);
  }

  deactivateUnqualified(index: number): string | undefined {
    const node = this.nodes[index]!;
    if (!isRegistered(node)) return "WrongStatus";
    if (node.isQualified) return "StakeQualified";
    return this.out(node);
  }

  leave(index: number): string | undefined {
    const node = this.nodes[index]!;
    return isRegistered(node) ? this.out(node) : "WrongStatus";
  }

  expel(index: number): string | undefined {
    const node = this.nodes[index]!;
    return isRegistered(node) ? this.out(node) : undefined;
  }

  update(): string | undefined {
    return this.finish();
  }

  setTargets(active: number, reserved: number): string | undefined {
    if (active < 1 || active > 15 || active + reserved > 24) return "InvalidTargets";
    this.targets = { active, reserved };
    return this.finish();
  }

  /** Of the epoch before the running one, in the order of its set; answers who is confined. */
  applyScores(scores: readonly bigint[], thresholds: Thresholds): string[] {
    this.end();
    this.thresholds = thresholds;
    const epoch = this.time / DAY - 1n;
    const { isScored } = this;
    const set = this.openings.get(epoch)!;
    const seats = bitsOf(set.active | set.reserved);
    const isActive = new Map(
      set.operators.map((operator, i) => [operator, ((set.active >> BigInt(seats[i]!)) & 1n) === 1n]),
    );
    for (const [i, operator] of set.operators.entries()) {
      const node = this.nodes.find((each) => each.operator === operator)!;
      if (this.hasLost(node, epoch)) continue;
      if (!node.isQualified) this.deactivate(node);
      else if (scores[i] !== NO_SCORE) {
        node.lastScore = scores[i];
        this.isScored = true;
      }
    }
    const bySeat = [...this.nodes].sort((a, b) => (a.seat ?? SEATS) - (b.seat ?? SEATS));
    const seated = bySeat.map((node) => {
      const opening = isActive.get(node.operator);
      const statusAtOpening: SeatStatus =
        opening === undefined || this.hasLost(node, epoch) ? "None" : opening ? "Active" : "Reserved";
      const status: SeatStatus = node.status === "Active" || node.status === "Reserved" ? node.status : "None";
      const score = scores[set.operators.indexOf(node.operator)] ?? NO_SCORE;
      return { ...node, statusAtOpening, status, score, weight: node.stake };
    });
    const targetActive = BigInt(this.targets.active);
    const { confined, promoted } = confine({ nodes: seated, thresholds, targetActive, isScored });
    for (const node of this.nodes) {
      if (promoted.includes(node.operator)) node.status = "Active";
      if (!confined.includes(node.operator)) continue;
      Object.assign(node, { status: "Confined", until: this.time + DAY, lostAt: this.time });
    }
    return confined;
  }

  setOf(epoch: bigint): SeatedSet {
    return this.openings.get(epoch)!;
  }

  setHashAt(epoch: bigint): string {
    return hashSeatedSet(this.setOf(epoch));
  }

  holders(): string[] {
    const holders = Array<string>(SEATS).fill(ZeroAddress);
    for (const { seat, operator } of this.nodes) if (seat !== undefined) holders[seat] = operator;
    return holders;
  }

  counts(): bigint[] {
    const returned = this.returned().length;
    const count = (status: ModelStatus) => this.with(status).length;
    const confined = count("Confined") - returned;
    return [count("Active"), count("Reserved") + returned, confined, count("CalledUp")].map(BigInt);
  }

  viewOf(index: number): ModelView {
    const node = this.nodes[index]!;
    const status = this.statusAt(node, this.time);
    const isSeated = status === "Active" || status === "Reserved";
    const hasScore = node.lastScore !== undefined && (isSeated || status === "Confined");
    const returnsAt = status === "Confined" || status === "Deactivated" ? node.until : 0n;
    return [
      statusNumbers[status],
      node.registration,
      isSeated,
      status === "CalledUp" ? node.until : 0n,
      returnsAt,
      hasScore,
      hasScore ? node.lastScore! - (node.lastScore! % SCORE_UNIT) : 0n,
    ];
  }

  presentSet(time: bigint): SeatedSet {
    const set: SeatedSet = { active: 0n, reserved: 0n, operators: [] };
    for (const operator of this.holders()) {
      const node = this.nodes.find((each) => each.operator === operator);
      if (!node) continue;
      const status = this.statusAt(node, time);
      const bit = 1n << BigInt(node.seat!);
      if (status === "Active") set.active |= bit;
      else if (status === "Reserved") set.reserved |= bit;
      else continue;
      set.operators.push(operator);
    }
    return set;
  }

  private statusAt(node: ModelNode, time: bigint): ModelStatus {
    return node.status === "Confined" && node.until <= time ? "Reserved" : node.status;
  }

  private with(...statuses: ModelStatus[]): ModelNode[] {
    return this.nodes.filter(({ status }) => statuses.includes(status));
  }

  /** Confinements that are over and not written. */
  private returned(): ModelNode[] {
    return this.with("Confined").filter(({ until }) => until <= this.time);
  }

  private hasLost({ lostAt }: ModelNode, epoch: bigint): boolean {
    return lostAt >= epoch * DAY;
  }

  private out(node: ModelNode): string | undefined {
    this.end();
    this.deactivate(node);
    return this.finish();
  }

  private deactivate(node: ModelNode): void {
    const isSeated = node.status === "Active" || node.status === "Reserved";
    if (isSeated) node.lostAt = this.time;
    if (node.status !== "Confined") node.until = 0n;
    if (isSeated) node.until = this.time + DAY;
    if (node.status === "CalledUp") node.until = this.time + 7n * DAY;
    Object.assign(node, { status: "Deactivated", seat: undefined });
  }

  /** Writes what every change writes. */
  private finish(): string | undefined {
    this.end();
    this.fill();
    return undefined;
  }

  private end(): void {
    for (const node of this.returned()) Object.assign(node, { status: "Reserved", until: 0n });
  }

  private fill(): void {
    const { confinement, promotion, activeFloor } = this.thresholds;
    for (;;) {
      const active = this.with("Active").length;
      if (active >= this.targets.active) return;
      const least = BigInt(active) < activeFloor ? confinement : promotion;
      const [best] = this.with("Reserved")
        .filter(({ lastScore }) => !this.isScored || (lastScore !== undefined && lastScore >= least))
        .sort((a, b) => Number(b.stake - a.stake) || Number(a.registration - b.registration));
      if (!best) return;
      best.status = "Active";
    }
  }
}

function isRegistered({ status }: ModelNode): boolean {
  return status !== "None" && status !== "Deactivated";
}

function bitsOf(set: bigint): number[] {
  return Array.from({ length: SEATS }, (_, seat) => seat).filter((seat) => (set >> BigInt(seat)) & 1n);
}
