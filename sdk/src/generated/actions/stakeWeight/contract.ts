// Generated from the contracts by `npm run build`. Never edited.
import type { ContractDefinition } from "../../../contract/ContractDefinition.js";
import { stakeWeightAbi } from "../../abi/StakeWeight.js";
import * as types from "./types.js";

export const stakeWeight: ContractDefinition = {
  name: "StakeWeight",
  abi: stakeWeightAbi,
  enums: { "enum IStakeWeight.State": types.stateNames },
};
