import type { nodeRewards } from "stakeweight-sdk";

/** A node that can be called up. */
export interface Standby {
  operator: string;
  /** Its number in the order of registrations. */
  registration: bigint;
}

/** A node that has to confirm. */
export interface CalledUp extends Standby {
  /** Unix seconds. */
  confirmBy: bigint;
}

/** A slash that is neither executed nor vetoed. */
export interface PendingSlash {
  operator: string;
  epoch: bigint;
  offence: nodeRewards.Offence;
  /** Unix seconds. */
  dueAt: bigint;
}

/** What the events say that is open, as far as a keeper has to know it. As large as what is open, whatever the history. */
export class LedgerState {
  readonly standby: Map<string, Standby>;
  readonly calledUp: Map<string, CalledUp>;
  /** When each confinement that nobody has written the end of is over, by operator. Unix seconds. */
  readonly confined: Map<string, bigint>;
  readonly slashes: Map<string, PendingSlash>;
  /** The hash of the seated set that was recorded last. */
  recordedSetHash: string | undefined;

  constructor(other?: LedgerState) {
    this.standby = new Map(other?.standby);
    this.calledUp = new Map(other?.calledUp);
    this.confined = new Map(other?.confined);
    this.slashes = new Map(other?.slashes);
    this.recordedSetHash = other?.recordedSetHash;
  }
}

/** An event with its arguments by their names. */
export interface LedgerEvent {
  name: string;
  args: Record<string, unknown>;
}

interface Args {
  operator: string;
  registration: bigint;
  confirmBy: bigint;
  until: bigint;
  setHash: string;
  epoch: bigint;
  offence: nodeRewards.Offence;
  dueAt: bigint;
}

/** What each event changes. The names are those of NodeRegistry and NodeRewards. */
const changes: Record<string, (state: LedgerState, args: Args) => void> = {
  Registered: ({ standby }, { operator, registration }) => standby.set(operator, { operator, registration }),
  CalledUp: ({ standby, calledUp }, { operator, confirmBy }) => {
    const node = standby.get(operator) ?? { operator, registration: 0n };
    standby.delete(operator);
    calledUp.set(operator, { ...node, confirmBy });
  },
  Displaced: ({ standby, calledUp }, { operator }) => {
    const registration = calledUp.get(operator)?.registration ?? 0n;
    calledUp.delete(operator);
    standby.set(operator, { operator, registration });
  },
  Confirmed: ({ calledUp }, { operator }) => calledUp.delete(operator),
  Confined: ({ confined }, { operator, until }) => confined.set(operator, until),
  Released: ({ confined }, { operator }) => confined.delete(operator),
  Deactivated: ({ standby, calledUp, confined }, { operator }) => {
    standby.delete(operator);
    calledUp.delete(operator);
    confined.delete(operator);
  },
  SeatedSetRecorded: (state, { setHash }) => (state.recordedSetHash = setHash),
  SlashProposed: ({ slashes }, slash) => {
    const { operator, epoch, offence, dueAt } = slash;
    slashes.set(slashKey(slash), { operator, epoch, offence, dueAt });
  },
  SlashExecuted: ({ slashes }, slash) => slashes.delete(slashKey(slash)),
  SlashVetoed: ({ slashes }, slash) => slashes.delete(slashKey(slash)),
};

/** The events that change what is open. */
export const ledgerEvents: readonly string[] = Object.keys(changes);

/** Brings the state to after an event. */
export function applyEvent(state: LedgerState, { name, args }: LedgerEvent): void {
  changes[name]?.(state, args as unknown as Args);
}

/** Names a slash: of each operator, epoch and offence there is one. */
export function slashKey({ operator, epoch, offence }: Pick<PendingSlash, "operator" | "epoch" | "offence">): string {
  return `${operator}:${epoch}:${offence}`;
}
