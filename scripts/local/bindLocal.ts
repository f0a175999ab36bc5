import { Wallet } from "ethers";
import {
  NodeIdentities__factory,
  NodeRegistry__factory,
  NodeRewards__factory,
  PerformanceOracle__factory,
  RewardDistributor__factory,
  StakeWeight__factory,
  WalletRewards__factory,
  WCT__factory,
} from "../../typechain-types";
import type { Contracts, NodeContracts, WalletContracts } from "../chain/contracts";
import { DevChain, type DevProvider } from "../chain/DevChain";
import { localRoles, type LocalRole } from "./localAccounts";
import type { NodeReady } from "./startNode";

/** A running local node, with everything that acts on it. */
export interface LocalChain {
  url: string;
  node: NodeReady;
  chain: DevChain;
  contracts: Contracts & NodeContracts & WalletContracts;
  /** In the node's order. */
  wallets: Wallet[];
  role: (name: LocalRole) => Wallet;
}

/** Binds contracts and accounts of a local node to `provider`. */
export function bindLocal(options: { url: string; node: NodeReady; provider: DevProvider }): LocalChain {
  const { url, node, provider } = options;
  const addressOf = (name: string) => node.addresses[name]!;
  const wallets = node.accounts.map(({ privateKey }) => new Wallet(privateKey, provider));
  return {
    url,
    node,
    chain: new DevChain(provider),
    contracts: {
      token: WCT__factory.connect(addressOf("WCT"), provider),
      stakeWeight: StakeWeight__factory.connect(addressOf("StakeWeight"), provider),
      distributor: RewardDistributor__factory.connect(addressOf("RewardDistributor"), provider),
      registry: NodeRegistry__factory.connect(addressOf("NodeRegistry"), provider),
      identities: NodeIdentities__factory.connect(addressOf("NodeIdentities"), provider),
      oracle: PerformanceOracle__factory.connect(addressOf("PerformanceOracle"), provider),
      rewards: NodeRewards__factory.connect(addressOf("NodeRewards"), provider),
      walletRewards: WalletRewards__factory.connect(addressOf("WalletRewards"), provider),
    },
    wallets,
    role: (name) => wallets[localRoles.indexOf(name)]!,
  };
}
