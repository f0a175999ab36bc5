import { id, Wallet, ZeroAddress } from "ethers";
import { signKeyOwnership } from "../../performance/signKeyOwnership";
import type { Actors } from "../Actors";
import type { SimulationContracts } from "../chain/deploySimulation";
import type { SimulationChain } from "../chain/SimulationChain";
import type { NodeModel } from "../model/NodeModel";
import type { Step } from "../Step";
import type { Rounds } from "./Rounds";

const CHAIN_ID = 31_337n;

/** What operators and those who keep the nodes in order send to the registry. */
export class NodeActions {
  readonly #contracts: SimulationContracts;
  readonly #actors: Actors;
  readonly #chain: SimulationChain;
  readonly #model: NodeModel;
  readonly #rounds: Rounds;
  readonly #signatures = new Map<string, string>();

  /** `rounds` learns what every one of these brought. */
  constructor(options: {
    contracts: SimulationContracts;
    actors: Actors;
    chain: SimulationChain;
    model: NodeModel;
    rounds: Rounds;
  }) {
    this.#contracts = options.contracts;
    this.#actors = options.actors;
    this.#chain = options.chain;
    this.#model = options.model;
    this.#rounds = options.rounds;
  }

  allow(operator: string): Step {
    return this.#step("setAllowed", this.#actors.registrar, [operator, true], () => undefined);
  }

  async register(operator: string): Promise<Step> {
    const key = new Wallet(id(`key of ${operator}`));
    const domain = { chainId: CHAIN_ID, contract: this.#contracts.NodeIdentities.address };
    const signature = this.#signatures.get(operator) ?? (await signKeyOwnership({ key, domain, operator }));
    this.#signatures.set(operator, signature);
    const parameters = [key.address, `https://${operator}.example:8080`, signature];
    return this.#step("register", operator, parameters, (second) => {
      this.#model.register(operator, second);
    });
  }

  callUp(operator: string): Step {
    return this.#step("callUp", operator, [operator, ZeroAddress], (second) => {
      this.#model.callUp(operator, second);
    });
  }

  confirm(operator: string): Step {
    return this.#step("confirm", operator, [], (second) => {
      this.#model.confirm(operator, second);
    });
  }

  leave(operator: string): Step {
    return this.#deactivate("leave", operator, operator, []);
  }

  deactivateMissed(operator: string): Step {
    return this.#deactivate("deactivateMissed", this.#actors.registrar, operator, [operator]);
  }

  deactivateUnqualified(operator: string): Step {
    return this.#deactivate("deactivateUnqualified", this.#actors.registrar, operator, [operator]);
  }

  update(): Step {
    return this.#step("update", this.#actors.registrar, [], (second) => {
      this.#model.update(second);
    });
  }

  #deactivate(operation: string, from: string, operator: string, parameters: readonly unknown[]): Step {
    return this.#step(operation, from, parameters, (second) => {
      this.#model.deactivate(operator, second);
    });
  }

  /** `apply` does the same in the model, in the second in which it was mined. */
  #step(operation: string, from: string, parameters: readonly unknown[], apply: (second: number) => void): Step {
    const { address, interface: coder } = this.#contracts.NodeRegistry;
    const data = coder.encodeFunctionData(operation, parameters);
    return {
      operation,
      from,
      to: address,
      data,
      isAllowed: true,
      done: (logs) => {
        this.#rounds.learn(logs);
        apply(this.#chain.now);
      },
    };
  }
}
