import { formatUnits } from "ethers";
import type { Token } from "../Context.js";

/** "1,234.57 WCT": for people, rounded to two decimals. */
export function formatTokens(value: bigint, { decimals, symbol }: Token): string {
  return `${Number(formatUnits(value, decimals)).toLocaleString("en-US", { maximumFractionDigits: 2 })} ${symbol}`;
}
