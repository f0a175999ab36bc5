import { type BaseContract, type Interface, MaxUint256, toQuantity } from "ethers";
import { network } from "hardhat";
import type { RewardDistributor, StakeWeight, WCT } from "../../typechain-types";
import { deployed } from "../support/deployed";
import { WEEK, weekStartOf } from "./ReferenceModel";

/** More than any operation needs, and what one transaction may use on chains that cap it. */
const TRANSACTION_GAS = 1 << 24;
/** Deployments begin at this second of a week, so that a seed leads to the same scenarios on every day. */
const FIRST_SECOND_IN_WEEK = 3 * 86_400 + 12_345;

export const ACCOUNT_TOKENS: readonly bigint[] = [300n, 200n, 30n, 30n, 30n, 30n, 30n, 30n].map(
  (millions) => millions * 10n ** 24n,
);
export const FUNDER_TOKENS = 300n * 10n ** 24n;

/** A read or a write of one contract: the function's name and its arguments. */
export type Call = readonly [name: string, ...args: unknown[]];

async function rpc(method: string, ...parameters: unknown[]): Promise<unknown> {
  return network.provider.send(method, parameters);
}

/** The contracts on the in-process chain, driven second by second, with as few requests as possible. */
export class Chain {
  private snapshot = "";

  private constructor(
    readonly token: WCT,
    readonly stakeWeight: StakeWeight,
    readonly distributor: RewardDistributor,
    readonly stakeWeightAddress: string,
    readonly distributorAddress: string,
    private readonly tokenAddress: string,
    readonly accounts: readonly string[],
    readonly funder: string,
    readonly slasher: string,
    /** The second at which everything stands. */
    readonly start: number,
  ) {}

  /** Deploys everything, and gives the accounts and the funder their tokens and approvals, and the slasher its role. */
  static async deploy(): Promise<Chain> {
    await rpc("evm_setNextBlockTimestamp", weekStartOf(await now()) + WEEK + FIRST_SECOND_IN_WEEK);
    const { token, stakeWeight, distributor, admin, accounts } = await deployed();
    const actors = accounts.slice(0, ACCOUNT_TOKENS.length);
    const funder = accounts[ACCOUNT_TOKENS.length]!;
    const slasher = accounts[ACCOUNT_TOKENS.length + 1]!;
    const [stakeWeightAddress, distributorAddress, tokenAddress] = await Promise.all([
      stakeWeight.getAddress(),
      distributor.getAddress(),
      token.getAddress(),
    ]);
    for (const [index, actor] of actors.entries()) {
      await token.transfer(actor, ACCOUNT_TOKENS[index]!);
      await token.connect(actor).approve(stakeWeight, MaxUint256);
    }
    await token.transfer(funder, FUNDER_TOKENS);
    await token.connect(funder).approve(distributor, MaxUint256);
    await stakeWeight.connect(admin).grantRole(await stakeWeight.SLASHER_ROLE(), slasher);
    const chain = new Chain(
      token,
      stakeWeight,
      distributor,
      stakeWeightAddress,
      distributorAddress,
      tokenAddress,
      actors.map(({ address }) => address),
      funder.address,
      slasher.address,
      await now(),
    );
    chain.snapshot = (await rpc("evm_snapshot")) as string;
    return chain;
  }

  /** Back to where {@link deploy} left it. */
  async restore(): Promise<void> {
    await rpc("evm_revert", this.snapshot);
    this.snapshot = (await rpc("evm_snapshot")) as string;
  }

  /** An empty block, so that what follows is read in that second. */
  async mineAt(second: number): Promise<void> {
    await rpc("evm_setNextBlockTimestamp", second);
    await rpc("evm_mine");
  }

  /** Sends a transaction in that second. Returns the name of the error it reverts with. */
  async send(options: { from: string; to: BaseContract; call: Call; second: number }): Promise<string | undefined> {
    const { from, to, call, second } = options;
    await rpc("evm_setNextBlockTimestamp", second);
    const transaction = { from, to: this.addressOf(to), data: encode(to.interface, call) };
    try {
      await rpc("eth_sendTransaction", { ...transaction, gas: toQuantity(TRANSACTION_GAS) });
      return undefined;
    } catch (error) {
      return this.errorName(error);
    }
  }

  /** Several reads of one contract in one request, in the second of the last block. */
  async read(contract: StakeWeight | RewardDistributor, calls: readonly Call[]): Promise<unknown[]> {
    const codec: Interface = contract.interface;
    const data = encode(codec, ["multicall", calls.map((call) => encode(codec, call))]);
    const answer = await rpc("eth_call", { to: this.addressOf(contract), data }, "latest");
    const [results] = codec.decodeFunctionResult("multicall", answer as string) as unknown as [string[]];
    return results.map((result, index) => codec.decodeFunctionResult(calls[index]![0], result)[0] as unknown);
  }

  async tokensOf(holder: string): Promise<bigint> {
    const data = encode(this.token.interface, ["balanceOf", holder]);
    return BigInt((await rpc("eth_call", { to: this.tokenAddress, data }, "latest")) as string);
  }

  private addressOf(contract: BaseContract): string {
    return contract.target as string;
  }

  private errorName(error: unknown): string {
    const { data } = error as { data?: unknown };
    if (typeof data !== "string" || data === "0x") return String(error);
    for (const { interface: codec } of [this.stakeWeight, this.distributor, this.token]) {
      const name = codec.parseError(data)?.name;
      if (name !== undefined) return name;
    }
    return String(error);
  }
}

function encode(codec: Interface, [name, ...args]: Call): string {
  return codec.encodeFunctionData(name, args);
}

async function now(): Promise<number> {
  const block = (await rpc("eth_getBlockByNumber", "latest", false)) as { timestamp: string };
  return Number(block.timestamp);
}
