// Generated from the contracts by `npm run build`. Never edited.
import type { ContractDefinition } from "../../../contract/ContractDefinition.js";
import { walletRewardsAbi } from "../../abi/WalletRewards.js";

export const walletRewards: ContractDefinition = { name: "WalletRewards", abi: walletRewardsAbi, enums: {} };
