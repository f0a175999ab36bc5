import type { SimulationContracts } from "../chain/deploySimulation";
import type { SimulationChain } from "../chain/SimulationChain";
import { word } from "../chain/words";
import { Deviation, expectSame } from "../Deviation";
import type { Random } from "../Random";
import type { Step } from "../Step";

/** Of how many accounts those are taken that do nothing. */
const SAMPLED = 32;

/**
 * Accounts that do nothing while others act: what they weigh is what they would have weighed anyway, and what they can claim does
 * not become less (invariant 8). What the chain says before is compared with what it says afterwards, without the model.
 */
export class Bystanders {
  readonly #options: {
    chain: SimulationChain;
    contracts: SimulationContracts;
    addresses: readonly string[];
    /** Those that can be slashed. */
    operators: readonly string[];
    random: Random;
  };

  constructor(options: {
    chain: SimulationChain;
    contracts: SimulationContracts;
    addresses: readonly string[];
    operators: readonly string[];
    random: Random;
  }) {
    this.#options = options;
  }

  /** Watches some while `act` mines these steps, the last of them in the second `last`. */
  async watch(steps: readonly Step[], last: number, act: () => Promise<void>): Promise<void> {
    const { chain, contracts } = this.#options;
    const accounts = this.#choose(steps);
    const claimable = () => this.#read(contracts.RewardDistributor, "claimable", accounts);
    const foreseen = await this.#read(contracts.StakeWeight, "weightAt", accounts, word(last));
    const due = await claimable();
    await act();
    expectSame("the second of the last block", last, chain.now);
    const weights = await this.#read(contracts.StakeWeight, "weightOf", accounts);
    const dueNow = await claimable();
    for (const [index, account] of accounts.entries()) {
      expectSame("the weight without an action", foreseen[index], weights[index], account);
      const [expected, found] = [due[index]!, dueNow[index]!];
      if (found < expected)
        throw new Deviation({ what: "the reward without an action", account, expected: `at least ${expected}`, found });
    }
  }

  /** Neither those that act nor those that can be slashed. */
  #choose(steps: readonly Step[]): string[] {
    const { addresses, operators, random } = this.#options;
    const others = new Set([...operators, ...steps.map(({ from }) => from)]);
    const chosen = Array.from({ length: SAMPLED }, () => random.pick(addresses));
    return [...new Set(chosen)].filter((account) => !others.has(account));
  }

  async #read(
    { address, interface: coder }: SimulationContracts["StakeWeight"],
    name: string,
    accounts: readonly string[],
    parameters = "",
  ): Promise<bigint[]> {
    const { selector } = coder.getFunction(name)!;
    const { chain } = this.#options;
    const words = await chain.readMany(
      address,
      accounts.map((account) => selector + word(account) + parameters),
      1,
    );
    return words.map(([found]) => found!);
  }
}
