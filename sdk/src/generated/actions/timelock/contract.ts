// Generated from the contracts by `npm run build`. Never edited.
import type { ContractDefinition } from "../../../contract/ContractDefinition.js";
import { timelockAbi } from "../../abi/Timelock.js";
import * as types from "./types.js";

export const timelock: ContractDefinition = {
  name: "Timelock",
  abi: timelockAbi,
  enums: { "enum TimelockController.OperationState": types.operationStateNames },
};
