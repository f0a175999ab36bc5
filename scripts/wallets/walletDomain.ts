import type { TypedDataDomain } from "ethers";
import type { WalletDomain } from "./WalletReport";

/** The EIP-712 domain of WalletRewards. */
export function walletDomain({ chainId, verifyingContract }: WalletDomain): TypedDataDomain {
  return { name: "WCT Wallet Rewards", version: "1", chainId, verifyingContract };
}
