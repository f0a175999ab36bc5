import { amounts } from "stakeweight-sdk";
import type { Token } from "../Context.js";

/** How amounts of a token are written for people. */
export interface TokenFormat {
  /** "1,000.5 WCT", exact: what a person typed. */
  exact: (value: bigint) => string;
  /** "248.80 WCT", rounded to two decimals: what a contract computed or keeps. */
  rounded: (value: bigint) => string;
  /** "248.80", for columns whose heading names the token. */
  plain: (value: bigint) => string;
}

/** The format of a token's amounts. */
export function formatOf({ decimals, symbol }: Token): TokenFormat {
  const plain = (value: bigint) => amounts.formatAmount(value, { decimals, places: 2 });
  return {
    exact: (value) => `${amounts.formatAmount(value, { decimals })} ${symbol}`,
    rounded: (value) => `${plain(value)} ${symbol}`,
    plain,
  };
}
