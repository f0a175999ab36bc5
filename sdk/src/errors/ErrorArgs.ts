import type { ContractName } from "../deployments/Deployment.js";
import type * as abis from "../generated/abi/index.js";
import type { LockStatus } from "../generated/actions/legacyStakeWeightBridge/types.js";
import type { Phase, Status } from "../generated/actions/nodeRegistry/types.js";
import type { Offence, SlashState } from "../generated/actions/nodeRewards/types.js";
import type { State } from "../generated/actions/stakeWeight/types.js";
import type { ProposalState } from "../generated/actions/wctGovernor/types.js";

/** The ABI of each contract; `abis[`${uncapitalized name}Abi`]`, but for the names that begin with an abbreviation. */
interface Abis {
  WCT: typeof abis.wctAbi;
  StakeWeight: typeof abis.stakeWeightAbi;
  RewardDistributor: typeof abis.rewardDistributorAbi;
  Timelock: typeof abis.timelockAbi;
  WCTGovernor: typeof abis.wctGovernorAbi;
  NodeIdentities: typeof abis.nodeIdentitiesAbi;
  NodeRegistry: typeof abis.nodeRegistryAbi;
  NodeRewards: typeof abis.nodeRewardsAbi;
  PerformanceOracle: typeof abis.performanceOracleAbi;
  WalletRewards: typeof abis.walletRewardsAbi;
  LegacyStakeWeightBridge: typeof abis.legacyStakeWeightBridgeAbi;
}

/** The enumerations that errors tell values of. One that is missing here leaves `never` to its sentence. */
interface Enums {
  "enum ILegacyStakeWeightBridge.LockStatus": LockStatus;
  "enum INodeRegistry.Phase": Phase;
  "enum INodeRegistry.Status": Status;
  "enum INodeRewards.Offence": Offence;
  "enum INodeRewards.SlashState": SlashState;
  "enum IStakeWeight.State": State;
  "enum IGovernor.ProposalState": ProposalState;
}

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly internalType: string;
}

type ErrorsOf<C extends ContractName> = Extract<Abis[C][number], { type: "error" }>;

type ErrorOf<N extends string, C extends ContractName> = Extract<ErrorsOf<C>, { name: N }>;

type Value<P extends Parameter> = P["internalType"] extends `enum ${string}`
  ? P["internalType"] extends keyof Enums
    ? Enums[P["internalType"]]
    : never
  : Plain<P["type"]>;

type Plain<T extends string> = T extends `${infer Element}[${string}]`
  ? Plain<Element>[]
  : T extends `uint${string}` | `int${string}`
    ? bigint
    : T extends "bool"
      ? boolean
      : string;

/** An error's values by their names. A mapped type over the tuple's members, so that each keeps its own type. */
type Values<Inputs extends readonly Parameter[]> = {
  readonly [P in Inputs[number] as P["name"]]: Value<P>;
};

/** The names of the custom errors in a contract's ABI. */
export type ErrorName<C extends ContractName = ContractName> = C extends ContractName ? ErrorsOf<C>["name"] : never;

/** The contracts that have an error of this name. */
export type ContractsWith<N extends ErrorName> = {
  [C in ContractName]: N extends ErrorName<C> ? C : never;
}[ContractName];

/**
 * The values of a custom error by their names: numbers as bigint, the values of enumerations by name. Where contracts name the
 * values of one error differently, each of the ways, or that of `C`.
 */
export type ErrorArgs<N extends ErrorName, C extends ContractName = ContractsWith<N>> = C extends ContractName
  ? ErrorOf<N, C> extends { inputs: infer Inputs extends readonly Parameter[] }
    ? Values<Inputs>
    : never
  : never;
