import type { TransactionRequest, TransactionResponse } from "ethers";
import { contractOf, type Connection } from "../connection/Connection.js";
import type { ContractName } from "../deployments/Deployment.js";
import { describeError } from "../errors/describeError.js";
import { NoSignerError } from "../errors/NoSignerError.js";
import { UnreadableAnswerError } from "../errors/UnreadableAnswerError.js";
import { answerTo } from "./answerTo.js";
import { encodeCall } from "./coding.js";
import type { AbiEntry, ContractDefinition } from "./ContractDefinition.js";
import { decodeAnswer } from "./decodeAnswer.js";
import { entryOf } from "./interfaceOf.js";
import { withGasRoom } from "./withGasRoom.js";

/** What a transaction may be sent with. */
export type Overrides = Pick<
  TransactionRequest,
  "gasLimit" | "gasPrice" | "maxFeePerGas" | "maxPriorityFeePerGas" | "nonce"
>;

/**
 * A call that changes something, ready to be simulated, sent, or signed elsewhere. Its errors are {@link ContractError}s where
 * a contract refuses.
 */
export class Call<T> {
  readonly #connection: Connection;
  readonly #definition: ContractDefinition;
  readonly contract: ContractName;
  /** The function's signature: "stake(uint256,uint256)". */
  readonly signature: string;
  readonly args: readonly unknown[];
  readonly to: string;
  readonly data: string;

  constructor(connection: Connection, definition: ContractDefinition, signature: string, args: readonly unknown[]) {
    this.#connection = connection;
    this.#definition = definition;
    this.contract = definition.name;
    this.signature = signature;
    this.args = args;
    this.to = contractOf(connection, definition.name).address;
    this.data = encodeCall(definition, signature, args);
  }

  /** The function as its ABI has it. */
  get abi(): AbiEntry {
    return entryOf(this.#definition, "function", this.signature);
  }

  /** The transaction, to be signed anywhere. */
  get transaction(): { to: string; data: string; value: bigint; chainId: bigint; from?: string } {
    const { account, deployment } = this.#connection;
    const transaction = { to: this.to, data: this.data, value: 0n, chainId: BigInt(deployment.chainId) };
    return account === undefined ? transaction : { ...transaction, from: account };
  }

  /**
   * What the call would return if it were the next transaction; nothing is sent. Throws what it would be refused for, and
   * `UnreadableAnswerError` if the contract is not there.
   */
  async simulate(): Promise<T> {
    return this.#explained(async () => {
      const answer = await answerTo(this.#connection, this.transaction);
      if (answer === "0x") await this.#expectCode();
      return decodeAnswer(this.#connection, this.#definition, this.signature, answer) as T;
    });
  }

  /** How much gas it would need. */
  async estimateGas(): Promise<bigint> {
    return this.#explained(() => this.#connection.provider.estimateGas(this.transaction));
  }

  /**
   * Signs and sends it, with more gas than estimated unless `gasLimit` is given; what is not needed is not paid. Throws
   * {@link NoSignerError} on a connection that only reads.
   */
  async send(overrides: Overrides = {}): Promise<TransactionResponse> {
    const { runner } = this.#connection;
    if (!runner.sendTransaction) throw new NoSignerError(this.signature);
    const send = runner.sendTransaction.bind(runner);
    const gasLimit = overrides.gasLimit ?? withGasRoom(await this.estimateGas());
    return this.#explained(() => send({ ...this.transaction, ...overrides, gasLimit }));
  }

  /** A call of nothing succeeds, and returns nothing, as many a function does. */
  async #expectCode(): Promise<void> {
    const { provider, blockTag } = this.#connection;
    const code = await provider.getCode(this.to, blockTag ?? "latest");
    if (code === "0x") throw new UnreadableAnswerError(this.contract, this.to, this.signature, code);
  }

  async #explained<R>(action: () => Promise<R>): Promise<R> {
    try {
      return await action();
    } catch (error) {
      throw describeError(error, this.contract);
    }
  }
}
