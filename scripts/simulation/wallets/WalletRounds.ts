import { getAddress, keccak256 } from "ethers";
import { hashConfiguration } from "../../performance/hashConfiguration";
import type { Configuration } from "../../performance/types";
import { encodeCounts } from "../../wallets/encodeCounts";
import { type MemberReport, planWalletFinalization } from "../../wallets/planWalletFinalization";
import { signWalletReport } from "../../wallets/signWalletReport";
import type { WalletCount } from "../../wallets/WalletCount";
import { walletShares, type WalletShares } from "../../wallets/walletShares";
import type { Actors } from "../Actors";
import type { SimulationContracts } from "../chain/deploySimulation";
import { eventsOf, type Log } from "../chain/SimulationChain";
import { expectSame } from "../Deviation";
import type { Random } from "../Random";
import type { Step } from "../Step";
import type { WalletPay } from "./WalletPay";

const CHAIN_ID = 31_337n;

/** Connections of a wallet in a period. */
const CONNECTIONS = { from: 20_000n, to: 3_000_000n };

/** How far two members are apart at most, in parts of a thousand. */
const SPREAD = 3;

/** The finalization of every period: what the committee counts and signs, and what it has to bring. */
export class WalletRounds {
  /** How many periods were finalized. */
  count = 0;

  readonly #options: {
    contracts: SimulationContracts;
    actors: Actors;
    random: Random;
    configuration: () => Configuration;
    pay: WalletPay;
  };

  constructor(options: {
    contracts: SimulationContracts;
    actors: Actors;
    random: Random;
    configuration: () => Configuration;
    pay: WalletPay;
  }) {
    this.#options = options;
  }

  async stepOf(options: {
    period: number;
    second: number;
    members: number;
    wallets: number;
    certified: ReadonlySet<number>;
  }): Promise<Step> {
    const { period, second, members, wallets, certified } = options;
    const { contracts, actors, pay } = this.#options;
    const configuration = this.#options.configuration();
    const counts = this.#count(wallets, members);
    const { args } = planWalletFinalization({
      domain: this.#domain(),
      period: BigInt(period),
      configuration,
      configurationHash: hashConfiguration(configuration),
      walletCount: wallets,
      now: BigInt(second),
      reports: await this.#sign(period, counts),
    });
    const budget = pay.budgetOf(period);
    const budgets = { linearBudget: budget.linear, certifiedBudget: budget.certified };
    const shares = walletShares({ reports: counts, certified, ...budgets });
    const { address, interface: coder } = contracts.WalletRewards;
    return {
      operation: "finalize (wallets)",
      from: actors.funder,
      to: address,
      data: coder.encodeFunctionData("finalize", args),
      isAllowed: true,
      done: (logs) => {
        this.#compare(shares, budgets, logs);
        pay.settle(period, shares);
        this.count += 1;
      },
    };
  }

  /** By member, what it counted of every wallet. */
  #count(wallets: number, members: number): WalletCount[][] {
    const { random } = this.#options;
    const truth = Array.from({ length: wallets }, () => random.amount(CONNECTIONS.from, CONNECTIONS.to));
    return Array.from({ length: members }, () =>
      truth.map((count, index) => ({
        walletId: index + 1,
        count: count + (count * BigInt(random.between(-SPREAD, SPREAD))) / 1_000n,
      })),
    );
  }

  #sign(period: number, counts: readonly WalletCount[][]): Promise<MemberReport[]> {
    const { actors } = this.#options;
    const configurationHash = hashConfiguration(this.#options.configuration());
    return Promise.all(
      counts.map(async (counted, index) => {
        const signer = actors.committee[index]!;
        const data = encodeCounts(counted);
        const signed = { period: BigInt(period), reporter: signer.address, configurationHash };
        const report = { ...signed, dataHash: keccak256(data) };
        return { ...signed, data, signature: await signWalletReport({ domain: this.#domain(), report, signer }) };
      }),
    );
  }

  /** What the chain credited has to be what the rules say. */
  #compare(shares: WalletShares, budgets: { linearBudget: bigint; certifiedBudget: bigint }, logs: Log[]): void {
    const events = eventsOf(this.#options.contracts.WalletRewards, logs);
    const finalized = events.find(({ name }) => name === "PeriodFinalized")?.args;
    const earned = events
      .filter(({ name }) => name === "WalletEarned")
      .map(({ args }) => {
        return [args["walletId"], args["count"], args["linear"], args["certified"]].join(" ");
      });
    const expected = shares.shares.map((one) => [one.walletId, one.count, one.linear, one.certified].join(" "));
    expectSame("the linear pool", budgets.linearBudget, finalized?.["linearBudget"]);
    expectSame("the certified pool", budgets.certifiedBudget, finalized?.["certifiedBudget"]);
    expectSame("the pay of the wallets", expected.join(", "), earned.join(", "));
  }

  #domain() {
    return { chainId: CHAIN_ID, verifyingContract: getAddress(this.#options.contracts.WalletRewards.address) };
  }
}
