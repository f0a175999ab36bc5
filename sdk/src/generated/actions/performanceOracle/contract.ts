// Generated from the contracts by `npm run build`. Never edited.
import type { ContractDefinition } from "../../../contract/ContractDefinition.js";
import { performanceOracleAbi } from "../../abi/PerformanceOracle.js";
import * as types from "./types.js";

export const performanceOracle: ContractDefinition = {
  name: "PerformanceOracle",
  abi: performanceOracleAbi,
  enums: { "enum INodeRegistry.Phase": types.phaseNames },
};
