// Generated from the contracts by `npm run build`. Never edited.
import type { ContractDefinition } from "../../../contract/ContractDefinition.js";
import { nodeIdentitiesAbi } from "../../abi/NodeIdentities.js";

export const nodeIdentities: ContractDefinition = { name: "NodeIdentities", abi: nodeIdentitiesAbi, enums: {} };
