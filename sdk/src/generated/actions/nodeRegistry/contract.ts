// Generated from the contracts by `npm run build`. Never edited.
import type { ContractDefinition } from "../../../contract/ContractDefinition.js";
import { nodeRegistryAbi } from "../../abi/NodeRegistry.js";
import * as types from "./types.js";

export const nodeRegistry: ContractDefinition = {
  name: "NodeRegistry",
  abi: nodeRegistryAbi,
  enums: {
    "enum INodeRegistry.Phase": types.phaseNames,
    "enum INodeRegistry.Status": types.statusNames,
    "enum INodeRegistry.Reason": types.reasonNames,
  },
};
