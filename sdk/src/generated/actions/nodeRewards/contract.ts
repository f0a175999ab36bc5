// Generated from the contracts by `npm run build`. Never edited.
import type { ContractDefinition } from "../../../contract/ContractDefinition.js";
import { nodeRewardsAbi } from "../../abi/NodeRewards.js";
import * as types from "./types.js";

export const nodeRewards: ContractDefinition = {
  name: "NodeRewards",
  abi: nodeRewardsAbi,
  enums: { "enum INodeRewards.Offence": types.offenceNames, "enum INodeRewards.SlashState": types.slashStateNames },
};
