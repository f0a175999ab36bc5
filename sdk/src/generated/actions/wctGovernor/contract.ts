// Generated from the contracts by `npm run build`. Never edited.
import type { ContractDefinition } from "../../../contract/ContractDefinition.js";
import { wctGovernorAbi } from "../../abi/WCTGovernor.js";
import * as types from "./types.js";

export const wctGovernor: ContractDefinition = {
  name: "WCTGovernor",
  abi: wctGovernorAbi,
  enums: { "enum IGovernor.ProposalState": types.proposalStateNames },
};
