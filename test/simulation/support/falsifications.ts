import type { Simulation } from "../../../scripts/simulation/Simulation";
import { NodePay } from "../../../scripts/simulation/nodes/NodePay";
import type { Pool } from "../../../scripts/simulation/model/Treasury";
import { WalletPay } from "../../../scripts/simulation/wallets/WalletPay";
import type { FalseAnswer, FalseEvent, FalseTelling } from "./FalsifyingChain";
import { simulatedActors } from "./simulatedActors";

/** A run in which one thing is false: what the chain told, or what the model holds. */
export interface Falsification {
  /** How many weeks it lives; 1 if not given. */
  weeks?: number;
  /** With more nodes than have to stay Active, so that some are confined. */
  isLarge?: boolean;
  told?: FalseTelling;
  /** Before the first week. Returns what makes it undone, if a class was changed. */
  spoil?: (simulation: Simulation) => (() => void) | undefined;
  /** After the last week, before everybody leaves. */
  spoilEnd?: (simulation: Simulation) => void;
}

const [operator] = simulatedActors({ nodes: 1 }).operators as [string];
const NOBODY = "0x000000000000000000000000000000000000dead";
const MUCH = 10n ** 9n;

type Contract = FalseAnswer["contract"];

const answer = (contract: Contract, call: string, more: Partial<FalseAnswer> = {}): Falsification => ({
  told: { answers: [{ contract, call, ...more }] },
});

const event = (contract: Contract, name: string, words: FalseEvent["words"] & object, weeks = 1): Falsification => ({
  weeks,
  told: { event: { contract, event: name, words } },
});

const madeUp = (contract: Contract, name: string, made: readonly unknown[]): Falsification => ({
  told: { event: { contract, event: name, made } },
});

/** A wei of a pool is elsewhere, and the token says so, too. */
const moved = (pool: Pool): Falsification["spoil"] => {
  return ({ treasury }) => {
    treasury.move(pool, NOBODY, 1n);
    return undefined;
  };
};

function replaced<T extends object>(target: T, values: Partial<T>): () => void {
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, target[name as keyof T]]));
  Object.assign(target, values);
  return () => {
    Object.assign(target, before);
  };
}

/** By what the deviation names; a second one of the same name says in brackets what is meant. */
export const falsifications: Readonly<Record<string, Falsification>> = {
  nothing: { weeks: 2 },
  /* STAKES AND VOTES */
  "the amount": answer("StakeWeight", "positionOf"),
  "the preset": answer("StakeWeight", "positionOf", { word: 1 }),
  "the end": answer("StakeWeight", "positionOf", { word: 2 }),
  "the state": answer("StakeWeight", "positionOf", { word: 3, account: operator }),
  "what is held back": answer("StakeWeight", "heldOf"),
  "more held back than there is": {
    ...answer("StakeWeight", "heldOf", { account: operator, added: MUCH ** 4n }),
    spoil: ({ stakes }) => {
      stakes.of(0).held = MUCH ** 4n;
      return undefined;
    },
  },
  "the amount of all": answer("StakeWeight", "totalStaked"),
  "the tokens that stand behind it": { spoil: moved("stakes") },
  "the tokens that stand behind it (rewards)": { spoil: moved("rewards") },
  "the weight of all": answer("StakeWeight", "totalWeight"),
  "the weight of all, by invariant 2": {
    ...answer("StakeWeight", "totalWeight", { added: MUCH }),
    spoil: ({ stakes }) => {
      const all = stakes.totalTokenSeconds.bind(stakes);
      return replaced(stakes, { totalTokenSeconds: (second) => all(second) + MUCH * 209n * 604_800n });
    },
  },
  "the votes": answer("StakeWeight", "getVotes"),
  "all votes": {
    ...answer("StakeWeight", "getVotes", { added: MUCH }),
    spoil: ({ stakes }) => {
      const votes = stakes.votes.bind(stakes);
      return replaced(stakes, { votes: (account, second) => votes(account, second) + MUCH });
    },
  },
  /* OTHER TIMES */
  "the remaining lock time": answer("StakeWeight", "remainingLockTime"),
  "the later weight": answer("StakeWeight", "weightAt", { time: "later" }),
  "the later weight of all": answer("StakeWeight", "totalWeightAt", { time: "later" }),
  "the weight for the period": answer("StakeWeight", "weightForPeriod", { time: "now" }),
  "the weight of all for the period": answer("StakeWeight", "totalWeightForPeriod", { time: "now" }),
  "the weight for a later period": answer("StakeWeight", "weightForPeriod", { time: "later" }),
  "the weight of all for a later period": answer("StakeWeight", "totalWeightForPeriod", { time: "later" }),
  "the past weight of all": { ...answer("StakeWeight", "totalWeightAt", { time: "past" }), weeks: 3 },
  "the past votes of all": { ...answer("StakeWeight", "getPastTotalSupply"), weeks: 3 },
  "a past weight": { ...answer("StakeWeight", "weightAt", { time: "past" }), weeks: 3 },
  "past votes": { ...answer("StakeWeight", "getPastVotes"), weeks: 3 },
  "the weight for a past period": { ...answer("StakeWeight", "weightForPeriod", { time: "past" }), weeks: 3 },
  "the weight of all for a past period": {
    ...answer("StakeWeight", "totalWeightForPeriod", { time: "past" }),
    weeks: 3,
  },
  "the weight without an action": answer("StakeWeight", "weightAt", { time: "now" }),
  "the reward without an action": answer("RewardDistributor", "claimable", { isOnce: true }),
  /* REWARDS AND TOKENS */
  "the reward that can be claimed": answer("RewardDistributor", "claimable", { added: MUCH }),
  "what was funded": answer("RewardDistributor", "totalFunded"),
  "what was paid": answer("RewardDistributor", "totalPaid"),
  "the reward of the last week": answer("RewardDistributor", "rewardForPeriod"),
  "what was paid or can be claimed": {
    ...answer("RewardDistributor", "claimable", { added: MUCH }),
    spoil: ({ rewards }) => {
      const due = rewards.due.bind(rewards);
      const more = (account: number) => ({ least: 0n, most: due(account).most + MUCH });
      return replaced(rewards, { due: more });
    },
  },
  "the reward paid": event("RewardDistributor", "Claimed", [[0, MUCH]], 4),
  "the tokens": answer("WCT", "balanceOf"),
  "all tokens": {
    spoil: ({ treasury }) => replaced<{ supply: bigint }>(treasury, { supply: treasury.supply + 1n }),
  },
  "success of approve": { told: { refused: "approve" } },
  /* NODES */
  "the status": answer("NodeRegistry", "nodeOf"),
  "the registration": answer("NodeRegistry", "nodeOf", { word: 1 }),
  "whether it is seated": answer("NodeRegistry", "nodeOf", { word: 2 }),
  "the confirmation deadline": answer("NodeRegistry", "nodeOf", { word: 3 }),
  "the return": answer("NodeRegistry", "nodeOf", { word: 4 }),
  "the last score": answer("NodeRegistry", "nodeOf", { word: 5 }),
  "the count of Active nodes": answer("NodeRegistry", "counts"),
  "the count of Reserved nodes": answer("NodeRegistry", "counts", { word: 1 }),
  "the count of Confined nodes": answer("NodeRegistry", "counts", { word: 2 }),
  "the count of called-up nodes": answer("NodeRegistry", "counts", { word: 3 }),
  "the count of seats taken": answer("NodeRegistry", "seatHolders", { word: -1 }),
  "whether a seat is held": answer("NodeRegistry", "seatHolders", { word: 2 }),
  "what is held back for slashes": {
    ...answer("StakeWeight", "heldOf", { account: operator }),
    spoil: ({ stakes }) => {
      stakes.of(0).held = 1n;
      return undefined;
    },
  },
  "who was seated at the opening": event("NodeRegistry", "SeatedSetRecorded", [[-1, 1n]]),
  "the scores": event("PerformanceOracle", "EpochFinalized", [[-1, -1n]]),
  "who is confined": madeUp("NodeRegistry", "Confined", [operator, 0, 0]),
  "who is promoted": madeUp("NodeRegistry", "Promoted", [operator, 0]),
  "who is deactivated": madeUp("NodeRegistry", "Deactivated", [operator, 0]),
  "whose slash is proposed": madeUp("NodeRewards", "SlashProposed", [operator, 0, 0, 1, 1]),
  "what a slash holds back": { ...event("NodeRewards", "SlashProposed", [[0, 1n]], 2), isLarge: true },
  "when a slash is due": { ...event("NodeRewards", "SlashProposed", [[1, 1n]], 2), isLarge: true },
  "the budget of the epoch": event("NodeRewards", "EpochSettled", [[0, 1n]]),
  "the pay of the nodes": event("NodeRewards", "EpochSettled", [[-1, 1n]]),
  "what was funded for nodes": answer("NodeRewards", "totalFunded"),
  "what was paid to nodes": answer("NodeRewards", "totalPaid"),
  "what the node has earned": answer("NodeRewards", "owedTo"),
  "what nodes are covered for": {
    told: { answers: coveredElsewhere("NodeRewards") },
    spoil: moved("nodes"),
  },
  "what nodes are owed and will share": {
    spoil: () => {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its object below
      const total = NodePay.prototype.totalOwed;
      return replaced(NodePay.prototype, {
        totalOwed: function (this: NodePay) {
          return total.call(this) + 1n;
        },
      });
    },
  },
  /* WALLETS */
  "the linear pool": event("WalletRewards", "PeriodFinalized", [[1, 1n]], 3),
  "the certified pool": event("WalletRewards", "PeriodFinalized", [[2, 1n]], 3),
  "the pay of the wallets": event("WalletRewards", "WalletEarned", [[1, 1n]], 3),
  "what was funded for wallets": answer("WalletRewards", "totalFunded"),
  "what was paid to wallets": answer("WalletRewards", "totalPaid"),
  "what the wallet has earned": answer("WalletRewards", "owedTo"),
  "what wallets are covered for": {
    told: { answers: coveredElsewhere("WalletRewards") },
    spoil: moved("wallets"),
  },
  "what wallets are owed and will share": {
    spoil: () => {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its object below
      const unpaid = WalletPay.prototype.unpaid;
      return replaced(WalletPay.prototype, {
        unpaid: function (this: WalletPay) {
          return unpaid.call(this) + 1n;
        },
      });
    },
  },
  /* THE END */
  "all positions, in the end": {
    spoilEnd: ({ stakes }) => void replaced(stakes, { totalStaked: () => 1n }),
  },
  "what rounding left": {
    spoilEnd: ({ rewards }) => void replaced(rewards, { unshared: () => 10n ** 30n }),
  },
  "what rounding left (more than it may)": {
    spoilEnd: ({ rewards }) => void replaced(rewards, { unshared: () => -(10n ** 30n) }),
  },
};

/** The token's answers where a wei of a contract's is nobody's. */
function coveredElsewhere(contract: Contract): FalseAnswer[] {
  return [
    { contract: "WCT", call: "balanceOf", holder: contract, added: -1n },
    { contract: "WCT", call: "balanceOf", account: NOBODY },
  ];
}
