// Generated from the contracts by `npm run build`. Never edited.
import type { ContractDefinition } from "../../../contract/ContractDefinition.js";
import { wctAbi } from "../../abi/WCT.js";

export const wct: ContractDefinition = { name: "WCT", abi: wctAbi, enums: {} };
