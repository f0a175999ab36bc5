import { id, Wallet, ZeroAddress } from "ethers";
import { signKeyOwnership } from "../../performance/signKeyOwnership";
import type { Actors } from "../Actors";
import type { SimulationContracts } from "../chain/deploySimulation";
import type { Log } from "../chain/SimulationChain";
import type { Step } from "../Step";

const CHAIN_ID = 31_337n;

/** What operators and those who keep the nodes in order send to the registry. */
export class NodeActions {
  readonly #contracts: SimulationContracts;
  readonly #actors: Actors;
  readonly #learn: (logs: Log[]) => void;
  readonly #signatures = new Map<string, string>();

  /** `learn` is told what every one of these brought. */
  constructor(options: { contracts: SimulationContracts; actors: Actors; learn: (logs: Log[]) => void }) {
    this.#contracts = options.contracts;
    this.#actors = options.actors;
    this.#learn = options.learn;
  }

  allow(operator: string): Step {
    return this.#step("setAllowed", this.#actors.registrar, [operator, true]);
  }

  async register(operator: string): Promise<Step> {
    const key = new Wallet(id(`key of ${operator}`));
    const domain = { chainId: CHAIN_ID, contract: this.#contracts.NodeIdentities.address };
    const signature = this.#signatures.get(operator) ?? (await signKeyOwnership({ key, domain, operator }));
    this.#signatures.set(operator, signature);
    return this.#step("register", operator, [key.address, `https://${operator}.example:8080`, signature]);
  }

  callUp(operator: string): Step {
    return this.#step("callUp", operator, [operator, ZeroAddress]);
  }

  confirm(operator: string): Step {
    return this.#step("confirm", operator, []);
  }

  leave(operator: string): Step {
    return this.#step("leave", operator, []);
  }

  deactivateMissed(operator: string): Step {
    return this.#step("deactivateMissed", this.#actors.registrar, [operator]);
  }

  deactivateUnqualified(operator: string): Step {
    return this.#step("deactivateUnqualified", this.#actors.registrar, [operator]);
  }

  update(): Step {
    return this.#step("update", this.#actors.registrar, []);
  }

  #step(operation: string, from: string, parameters: readonly unknown[]): Step {
    const { address, interface: coder } = this.#contracts.NodeRegistry;
    const data = coder.encodeFunctionData(operation, parameters);
    return { operation, from, to: address, data, isAllowed: true, done: this.#learn };
  }
}
