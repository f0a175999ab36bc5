import { id, MaxUint256 } from "ethers";
import type { Configuration } from "../../performance/types";
import { walletPeriodAt } from "../../wallets/walletPeriodAt";
import type { Actors } from "../Actors";
import type { SimulationContracts } from "../chain/deploySimulation";
import type { SimulationChain } from "../chain/SimulationChain";
import { word } from "../chain/words";
import { expectSame } from "../Deviation";
import type { Treasury } from "../model/Treasury";
import type { Random } from "../Random";
import type { Slot } from "../Slot";
import type { Step } from "../Step";
import { WalletPay } from "./WalletPay";
import { WalletRounds } from "./WalletRounds";

const DAYS = 7;
const WCT = 10n ** 18n;
const PERIOD_FUNDING = 40_000n * WCT + 3n;

/** There are so many from the first day on; later one more every so many weeks. */
const FIRST_WALLETS = 5;
const WEEKS_PER_WALLET = 4;

/** The day of the week on which wallets register, are certified or no longer, and claim. */
const BUSINESS_DAY = 3;

/** How likely a wallet is certified or no longer, and claims, in a week. */
const CERTIFICATION = 0.04;
const CLAIM = 0.15;

/** In which of all periods two members do not report, or too many. */
const LATE = 0.15;
const MISSED = 0.05;

/** The wallets: they register, are certified, counted, paid, and claim. */
export class Wallets {
  readonly #options: {
    chain: SimulationChain;
    contracts: SimulationContracts;
    treasury: Treasury;
    actors: Actors;
    random: Random;
    configuration: () => Configuration;
  };
  readonly #pay = new WalletPay();
  readonly #rounds: WalletRounds;
  readonly #owners: string[] = [];
  readonly #certified = new Set<number>();
  #period: number | undefined;
  /** The period that is to be finalized, with the reports of so many members. */
  #due: { period: number; members: number } | undefined;

  constructor(options: {
    chain: SimulationChain;
    contracts: SimulationContracts;
    treasury: Treasury;
    actors: Actors;
    random: Random;
    /** The rules of the measurement, whose committee counts for wallets, too. */
    configuration: () => Configuration;
  }) {
    this.#options = options;
    this.#rounds = new WalletRounds({ ...options, pay: this.#pay });
  }

  /** How many periods were finalized. */
  get finalized(): number {
    return this.#rounds.count;
  }

  async stepsOf({ day, part, week, second }: Slot): Promise<Step[]> {
    const first = day === 0 && part === "morning" ? this.#begin() : [];
    const isBusiness = part === "afternoon" && day % DAYS === BUSINESS_DAY;
    return [
      ...first,
      ...this.#turnOfPeriod(second),
      ...(await this.#finalization(part, second)),
      ...(isBusiness ? this.#business(week) : []),
    ];
  }

  leaving(): Step[] {
    return this.#owners.map((_, index) => this.#claim(index + 1));
  }

  /** What is owed, paid and covered (invariant 10). */
  async check(): Promise<void> {
    const { chain, contracts, treasury } = this.#options;
    const { address: to, interface: coder } = contracts.WalletRewards;
    const owedTo = coder.getFunction("owedTo")!.selector;
    const [funded, paid, ...owed] = (await chain.readWords([
      { to, data: coder.encodeFunctionData("totalFunded") },
      { to, data: coder.encodeFunctionData("totalPaid") },
      ...this.#owners.map((_, index) => ({ to, data: owedTo + word(index + 1) })),
    ])) as [bigint, bigint, ...bigint[]];
    expectSame("what was funded for wallets", this.#pay.totalFunded, funded);
    expectSame("what was paid to wallets", this.#pay.totalPaid, paid);
    for (const [index, amount] of owed.entries()) {
      expectSame("what the wallet has earned", this.#pay.owedTo(index + 1), amount, `wallet ${index + 1}`);
    }
    expectSame("what wallets are covered for", treasury.balanceOf("wallets"), funded - paid);
    expectSame("what wallets are owed and will share", this.#pay.unpaid(), funded - paid);
  }

  #begin(): Step[] {
    const { actors, contracts } = this.#options;
    const { WCT: token, WalletRewards } = contracts;
    const data = token.interface.encodeFunctionData("approve", [WalletRewards.address, MaxUint256]);
    const approve: Step = { operation: "approve", from: actors.funder, to: token.address, data, isAllowed: true };
    return [approve, ...Array.from({ length: FIRST_WALLETS }, () => this.#register())];
  }

  /** A new period is funded, and it is drawn who reports on the one before. */
  #turnOfPeriod(second: number): Step[] {
    const { random, actors, treasury } = this.#options;
    const period = Number(walletPeriodAt(BigInt(second)));
    if (period === this.#period) return [];
    const luck = random.fraction();
    const all = actors.committee.length;
    const members = luck < MISSED ? 0 : luck < MISSED + LATE ? all - 2 : all;
    if (this.#period !== undefined && members !== 0) this.#due = { period: period - 1, members };
    this.#period = period;
    const fund = this.#call("fund (wallets)", actors.funder, "fund", [period, PERIOD_FUNDING], () => {
      this.#pay.fund(period, PERIOD_FUNDING);
      treasury.pay(actors.funder, "wallets", PERIOD_FUNDING);
    });
    return [treasury.give(actors.funder, PERIOD_FUNDING), fund];
  }

  async #finalization(part: Slot["part"], second: number): Promise<Step[]> {
    const { actors } = this.#options;
    if (this.#due === undefined) return [];
    const { period, members } = this.#due;
    if (members !== actors.committee.length && part === "morning") return [];
    this.#due = undefined;
    const certified = new Set(this.#certified);
    return [await this.#rounds.stepOf({ period, second, members, wallets: this.#owners.length, certified })];
  }

  #business(week: number): Step[] {
    const { random } = this.#options;
    const ids = this.#owners.map((_, index) => index + 1);
    return [
      ...(week % WEEKS_PER_WALLET === 1 ? [this.#register()] : []),
      ...ids.filter(() => random.chance(CERTIFICATION)).map((walletId) => this.#certify(walletId)),
      ...ids.filter(() => random.chance(CLAIM)).map((walletId) => this.#claim(walletId)),
    ];
  }

  #register(): Step {
    const owner = `0x${id(`wallet ${this.#owners.length + 1}`).slice(26)}`;
    this.#owners.push(owner);
    return this.#call("register (wallets)", owner, "register", [owner]);
  }

  #certify(walletId: number): Step {
    const isCertified = !this.#certified.has(walletId);
    return this.#call("setCertified", this.#options.actors.certifier, "setCertified", [walletId, isCertified], () => {
      if (isCertified) this.#certified.add(walletId);
      else this.#certified.delete(walletId);
    });
  }

  #claim(walletId: number): Step {
    const owner = this.#owners[walletId - 1]!;
    return this.#call("claim (wallets)", owner, "claim", [walletId], () => {
      this.#options.treasury.receive(owner, "wallets", this.#pay.claim(walletId));
    });
  }

  #call(operation: string, from: string, name: string, parameters: readonly unknown[], done?: () => void): Step {
    const { address, interface: coder } = this.#options.contracts.WalletRewards;
    const data = coder.encodeFunctionData(name, parameters);
    return { operation, from, to: address, data, isAllowed: true, ...(done && { done }) };
  }
}
