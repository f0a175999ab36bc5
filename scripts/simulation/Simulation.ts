import type { Actors } from "./Actors";
import type { SimulationContracts } from "./chain/deploySimulation";
import type { SimulationChain } from "./chain/SimulationChain";
import { Bystanders } from "./checks/Bystanders";
import { checkOtherTimes } from "./checks/checkOtherTimes";
import { checkRewards } from "./checks/checkRewards";
import { checkStakes } from "./checks/checkStakes";
import { checkTokens } from "./checks/checkTokens";
import { checkVotes } from "./checks/checkVotes";
import { PastValues } from "./checks/PastValues";
import { Deviation, expectSame } from "./Deviation";
import { GasLog } from "./GasLog";
import { RewardModel } from "./model/RewardModel";
import { StakeModel, WEEK, weekStartOf } from "./model/StakeModel";
import { Treasury } from "./model/Treasury";
import { Nodes } from "./nodes/Nodes";
import { Random } from "./Random";
import type { Slot } from "./Slot";
import { Funding } from "./stakers/Funding";
import { populate } from "./stakers/population";
import { Stakers } from "./stakers/Stakers";
import type { Step } from "./Step";
import { Wallets } from "./wallets/Wallets";
import type { WeekOfRecord } from "./WeekOfRecord";

const DAY = 86_400;
const HOUR = 3_600;
const DAYS = 7;
const WCT = 10n ** 18n;

/** After so many weeks without a change everything has come to its end. */
const WEEKS_TO_THE_END = 105;

/** Of so many weeks in one the first block is in the very second in which the week begins. */
const ON_THE_SECOND = 0.25;

/** How many transactions a block holds at most: a node that answers with receipts needs time by the square of it. */
const BLOCK_STEPS = 100;

/** What everything draws from is apart, so that a change of one habit leaves the others as they are. */
const draws = {
  population: 1,
  stakers: 2,
  funding: 3,
  clock: 4,
  past: 5,
  nodes: 6,
  wallets: 7,
  times: 8,
  bystanders: 9,
};

/** What is left when everybody has left. */
export interface Ending {
  /** What rounding left in RewardDistributor, in wei. */
  dust: bigint;
  /** The most that it may be. */
  mostDust: bigint;
}

/** A network that lives, week by week, on a chain and in the model; every week both are compared. */
export class Simulation {
  readonly gas = new GasLog();
  readonly counts = new Map<string, number>();
  readonly stakes: StakeModel;
  readonly rewards: RewardModel;
  readonly treasury: Treasury;
  readonly nodes: Nodes;
  readonly wallets: Wallets;

  readonly #chain: SimulationChain;
  readonly #contracts: SimulationContracts;
  readonly #start: number;
  readonly #weeks: number;
  readonly #clock: Random;
  readonly #stakers: Stakers;
  readonly #funding: Funding;
  readonly #addresses: string[];
  readonly #past: PastValues;
  readonly #times: Random;
  readonly #bystanders: Bystanders;

  /** The first week begins with the first week start after `start`. */
  constructor(options: {
    chain: SimulationChain;
    contracts: SimulationContracts;
    actors: Actors;
    start: number;
    accounts: number;
    weeks: number;
    seed: number;
  }) {
    const { chain, contracts, actors, start, accounts, weeks, seed } = options;
    const random = (name: keyof typeof draws) => new Random(seed * 16 + draws[name]);
    this.#chain = chain;
    this.#contracts = contracts;
    this.#start = weekStartOf(start) + WEEK;
    this.#weeks = weeks;
    this.#clock = random("clock");
    const stakers = populate({ random: random("population"), accounts, weeks, seed, operators: actors.operators });
    this.#addresses = stakers.map(({ address }) => address);
    this.stakes = new StakeModel(accounts);
    this.rewards = new RewardModel(this.stakes, start);
    this.treasury = new Treasury({ holder: actors.treasury, supply: actors.supply, token: contracts.WCT });
    const { stakes, rewards, treasury } = this;
    const shared = { contracts, stakes, rewards, treasury, chain, actors, start, weeks };
    this.#stakers = new Stakers({ ...shared, stakers, random: random("stakers") });
    this.#funding = new Funding({ ...shared, funder: actors.funder, random: random("funding") });
    this.nodes = new Nodes({ ...shared, stakers: this.#stakers, random: random("nodes") });
    const configuration = () => this.nodes.finalizations.rounds.configuration;
    this.wallets = new Wallets({ ...shared, configuration, random: random("wallets") });
    const compared = { chain, contracts, addresses: this.#addresses };
    this.#past = new PastValues({ ...compared, stakes, rewards, random: random("past") });
    this.#times = random("times");
    const { operators } = actors;
    this.#bystanders = new Bystanders({ ...compared, operators, random: random("bystanders") });
  }

  /** All weeks, with a check at the end of each. Throws a {@link Deviation}. */
  async run(onWeek: (week: WeekOfRecord) => void): Promise<Ending> {
    for (let week = 0; week < this.#weeks; week++) {
      onWeek(await this.#inWeek(week, () => this.#live(week)));
    }
    return this.#inWeek(this.#weeks, () => this.#end());
  }

  async #inWeek<T>(week: number, action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      throw error instanceof Deviation ? error.in(week + 1) : error;
    }
  }

  async #live(week: number): Promise<WeekOfRecord> {
    for (let day = 0; day < DAYS; day++) {
      for (const slot of this.#slotsOf(week, day)) await this.#act(slot);
    }
    this.gas.finish(week + 1);
    return this.#check(week);
  }

  /** Morning and afternoon of a day, the one before six o'clock, the other after noon. */
  #slotsOf(week: number, dayOfWeek: number): Slot[] {
    const day = week * DAYS + dayOfWeek;
    const opening = this.#start + day * DAY;
    const isOnTheSecond = dayOfWeek === 0 && this.#clock.chance(ON_THE_SECOND);
    const morning = isOnTheSecond ? 0 : this.#clock.between(60, 5 * HOUR);
    const afternoon = this.#clock.between(12 * HOUR, 20 * HOUR);
    return [
      { week, day, part: "morning", second: opening + morning },
      { week, day, part: "afternoon", second: opening + afternoon },
    ];
  }

  async #act(slot: Slot): Promise<void> {
    const { day, week, part, second } = slot;
    this.rewards.advanceTo(second);
    const isTheirs = part === (day % 2 === 0 ? "morning" : "afternoon");
    const steps = [
      ...(await this.nodes.stepsOf(slot)),
      ...(await this.wallets.stepsOf(slot)),
      ...(day % DAYS === 0 && part === "morning" ? this.#funding.stepsOf(week, second) : []),
      ...(day % DAYS === DAYS - 1 && part === "morning" ? [this.#funding.closing()] : []),
      ...(isTheirs ? this.#stakers.stepsOf(day, second) : []),
    ];
    const mine = () => this.#mine(second, steps);
    // Once a week, each time on another day.
    if (!isTheirs || day % DAYS !== week % DAYS) return mine();
    const blocks = Math.max(1, Math.ceil(steps.length / BLOCK_STEPS));
    await this.#bystanders.watch(steps, second + blocks - 1, mine);
  }

  /** In blocks of a size that the receipts of one can be read at once, second by second from `first` on. */
  async #mine(first: number, steps: readonly Step[]): Promise<void> {
    for (let done = 0, second = first; done < steps.length || done === 0; done += BLOCK_STEPS, second++) {
      this.rewards.advanceTo(second);
      const mined = await this.#chain.mine(second, steps.slice(done, done + BLOCK_STEPS));
      for (const { transaction, succeeded, gasUsed, logs } of mined) {
        const { operation, isAllowed, from, done: apply } = transaction;
        expectSame(`success of ${operation}`, isAllowed, succeeded, from);
        const name = succeeded ? operation : "refused";
        this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
        if (!succeeded) continue;
        this.gas.record(operation, gasUsed);
        apply?.(logs);
      }
    }
  }

  /** Compares everything, and tells how it stands. */
  async #check(week: number): Promise<WeekOfRecord> {
    const { stakes, rewards, treasury } = this;
    const chain = this.#chain;
    const addresses = this.#addresses;
    const contracts = this.#contracts;
    const forStakes = { chain, stakeWeight: contracts.StakeWeight, addresses, stakes, treasury };
    const { staked, weight, stakers } = await checkStakes(forStakes);
    await checkVotes({ ...forStakes, weight });
    const distributor = contracts.RewardDistributor;
    const unclaimed = await checkRewards({ chain, distributor, addresses, rewards, treasury });
    await checkTokens({ chain, contracts, treasury, week });
    await checkOtherTimes({ ...forStakes, rewards, random: this.#times });
    await this.#past.check();
    this.#past.remember();
    const reward = rewards.rewardOf(weekStartOf(chain.now) - WEEK);
    if (week > 0) this.#past.rememberReward(reward);
    const nodes = await this.nodes.check();
    await this.wallets.check();
    const inWct = (amount: bigint) => Number(amount / WCT);
    return {
      week: week + 1,
      stakers,
      staked: inWct(staked),
      totalWeight: inWct(weight),
      periodWeight: inWct(rewards.periodWeight()),
      reward: inWct(rewards.fundedFor(weekStartOf(chain.now))),
      unclaimed: inWct(unclaimed),
      nodes,
    };
  }

  /** Everybody leaves and claims, nodes and wallets as well; then not a wei may be anywhere that is not accounted for. */
  async #end(): Promise<Ending> {
    const { treasury, rewards } = this;
    const first = this.#start + this.#weeks * WEEK + DAY / 2;
    await this.#mine(first, this.nodes.leaving());
    const second = first + 3 * DAY;
    await this.#mine(second, [
      ...this.nodes.settling(second),
      ...this.wallets.leaving(),
      ...this.#stakers.leaving(second),
    ]);
    const last = second + WEEKS_TO_THE_END * WEEK;
    this.rewards.advanceTo(last);
    await this.#mine(last, this.#stakers.leaving(last));
    await checkTokens({ chain: this.#chain, contracts: this.#contracts, treasury });
    await this.nodes.check();
    await this.wallets.check();
    expectSame("all positions, in the end", 0n, this.stakes.totalStaked());
    expectSame("the tokens of StakeWeight, in the end", 0n, treasury.balanceOf("stakes"));
    const dust = treasury.balanceOf("rewards") - rewards.unshared();
    const mostDust = BigInt(rewards.totalStretches) + BigInt(rewards.totalStretches) / 512n + 1n;
    if (dust < 0n || dust > mostDust)
      throw new Deviation({ what: "what rounding left", expected: `at most ${mostDust}`, found: dust });
    return { dust, mostDust };
  }
}
