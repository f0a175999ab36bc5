// Generated from the contracts by `npm run build`. Never edited.
import type { ContractDefinition } from "../../../contract/ContractDefinition.js";
import { rewardDistributorAbi } from "../../abi/RewardDistributor.js";

export const rewardDistributor: ContractDefinition = {
  name: "RewardDistributor",
  abi: rewardDistributorAbi,
  enums: {},
};
