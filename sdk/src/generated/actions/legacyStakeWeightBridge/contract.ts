// Generated from the contracts by `npm run build`. Never edited.
import type { ContractDefinition } from "../../../contract/ContractDefinition.js";
import { legacyStakeWeightBridgeAbi } from "../../abi/LegacyStakeWeightBridge.js";
import * as types from "./types.js";

export const legacyStakeWeightBridge: ContractDefinition = {
  name: "LegacyStakeWeightBridge",
  abi: legacyStakeWeightBridgeAbi,
  enums: { "enum ILegacyStakeWeightBridge.LockStatus": types.lockStatusNames },
};
