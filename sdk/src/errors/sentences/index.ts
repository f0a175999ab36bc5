import type { ContractName } from "../../deployments/Deployment.js";
import type { ErrorArgs, ErrorName } from "../ErrorArgs.js";
import { commonSentences } from "./common.js";
import { legacyStakeWeightBridgeSentences } from "./LegacyStakeWeightBridge.js";
import { nodeIdentitiesSentences } from "./NodeIdentities.js";
import { nodeRegistrySentences } from "./NodeRegistry.js";
import { nodeRewardsSentences } from "./NodeRewards.js";
import { performanceOracleSentences } from "./PerformanceOracle.js";
import { rewardDistributorSentences } from "./RewardDistributor.js";
import type { Sentences } from "./Sentences.js";
import { stakeWeightSentences } from "./StakeWeight.js";
import { timelockSentences } from "./Timelock.js";
import { walletRewardsSentences } from "./WalletRewards.js";
import { wctSentences } from "./WCT.js";
import { wctGovernorSentences } from "./WCTGovernor.js";

const sentences: { readonly [C in ContractName]: Sentences<C> } = {
  WCT: wctSentences,
  StakeWeight: stakeWeightSentences,
  RewardDistributor: rewardDistributorSentences,
  Timelock: timelockSentences,
  WCTGovernor: wctGovernorSentences,
  NodeIdentities: nodeIdentitiesSentences,
  NodeRegistry: nodeRegistrySentences,
  NodeRewards: nodeRewardsSentences,
  PerformanceOracle: performanceOracleSentences,
  WalletRewards: walletRewardsSentences,
  LegacyStakeWeightBridge: legacyStakeWeightBridgeSentences,
};

type AnySentences = Readonly<Record<string, (args: unknown) => string>>;

/**
 * What a person is told of a contract's error. Errors that many contracts have are told in general words unless it is certain
 * whose they are.
 */
export function sentenceOf<C extends ContractName, N extends ErrorName<C>>(
  contract: C,
  errorName: N,
  args: ErrorArgs<N, C>,
  isCertain: boolean,
): string {
  // That there is one for each is what the types of both see to.
  const own = sentences[contract] as unknown as AnySentences;
  const common = commonSentences as unknown as AnySentences;
  const [first, second] = isCertain ? [own, common] : [common, own];
  return (first[errorName] ?? second[errorName])!(args);
}
