/** What a committee member signs: its counts of one period. */
export interface WalletReport {
  readonly period: bigint;
  /** The member's address. */
  readonly reporter: string;
  /** Of the configuration in force in the last epoch of the period. */
  readonly configurationHash: string;
  /** keccak256 of the encoded counts. */
  readonly dataHash: string;
}

/** Its fields by EIP-712. */
export const walletReportTypes = {
  WalletReport: [
    { name: "period", type: "uint256" },
    { name: "reporter", type: "address" },
    { name: "configurationHash", type: "bytes32" },
    { name: "dataHash", type: "bytes32" },
  ],
};

/** What ties a report to one contract on one chain. */
export interface WalletDomain {
  readonly chainId: bigint;
  /** Of WalletRewards, the proxy. */
  readonly verifyingContract: string;
}
