import type { Contracts } from "../chain/contracts";
import type { DevChain } from "../chain/DevChain";
import { positionStates, type PositionView } from "../scenario/types";
import { WEEK, weekStartOf } from "../scenario/week";

/** A week as the contracts tell it, in wei. */
export interface WeekReport {
  weekStart: number;
  /** What counts for the week's rewards, by account. */
  weights: bigint[];
  totalWeight: bigint;
  reward: bigint;
  /** What the week handed on to the next one because nobody had weight. */
  handedOn: bigint;
  /** What claims paid in the course of the week, by account. */
  paid: bigint[];
}

/** An account as it stands now, in wei. */
export interface AccountReport {
  position: PositionView;
  weight: bigint;
  claimable: bigint;
  balance: bigint;
}

export interface Report {
  now: number;
  /** From the week of `from` to the running one. */
  weeks: WeekReport[];
  accounts: AccountReport[];
  totalWeight: bigint;
  totalStaked: bigint;
  totalFunded: bigint;
  totalPaid: bigint;
}

/** Reads back from the chain who held what weight and who was paid what, week by week since `from`, unix seconds. */
export async function readReport(options: {
  contracts: Contracts;
  chain: DevChain;
  accounts: string[];
  from: number;
}): Promise<Report> {
  const { contracts, chain, accounts, from } = options;
  const { stakeWeight, distributor } = contracts;
  const now = await chain.now();
  const payments = await readPayments(contracts);
  const rolledOver = await distributor.queryFilter(distributor.filters.PeriodRolledOver);

  const weeks: WeekReport[] = [];
  for (let weekStart = weekStartOf(from); weekStart <= now; weekStart += WEEK) {
    const [weights, totalWeight, reward] = await Promise.all([
      Promise.all(accounts.map((account) => stakeWeight.weightForPeriod(account, weekStart))),
      stakeWeight.totalWeightForPeriod(weekStart),
      distributor.rewardForPeriod(weekStart),
    ]);
    const inWeek = payments.filter(({ timestamp }) => weekStartOf(timestamp) === weekStart);
    weeks.push({
      weekStart,
      weights,
      totalWeight,
      reward,
      handedOn: sum(
        rolledOver.filter(({ args }) => Number(args.weekStart) === weekStart).map(({ args }) => args.amount),
      ),
      paid: accounts.map((account) => sum(inWeek.filter((one) => one.account === account).map(({ amount }) => amount))),
    });
  }
  const [totalWeight, totalStaked, totalFunded, totalPaid] = await Promise.all([
    stakeWeight.totalWeight(),
    stakeWeight.totalStaked(),
    distributor.totalFunded(),
    distributor.totalPaid(),
  ]);
  return {
    now,
    weeks,
    accounts: await Promise.all(accounts.map((account) => readAccount(contracts, account))),
    totalWeight,
    totalStaked,
    totalFunded,
    totalPaid,
  };
}

async function readAccount({ token, stakeWeight, distributor }: Contracts, account: string): Promise<AccountReport> {
  const [position, weight, claimable, balance] = await Promise.all([
    stakeWeight.positionOf(account),
    stakeWeight.weightOf(account),
    distributor.claimable(account),
    token.balanceOf(account),
  ]);
  return {
    position: {
      amount: position.amount,
      presetWeeks: Number(position.presetWeeks),
      unlockEnd: Number(position.unlockEnd),
      state: positionStates[Number(position.state)]!,
    },
    weight,
    claimable,
    balance,
  };
}

interface Payment {
  account: string;
  amount: bigint;
  timestamp: number;
}

/** All payments that the chain's events tell. */
async function readPayments({ distributor }: Contracts): Promise<Payment[]> {
  const events = await distributor.queryFilter(distributor.filters.Claimed);
  return Promise.all(
    events.map(async (event) => ({
      account: event.args.account,
      amount: event.args.amount,
      timestamp: (await event.getBlock()).timestamp,
    })),
  );
}

function sum(amounts: bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
