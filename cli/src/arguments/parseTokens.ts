import { amounts } from "stakeweight-sdk";
import type { Token } from "../Context.js";
import { UsageError } from "../errors/UsageError.js";

/** An amount of the token above 0, as people write it. Throws {@link UsageError} or {@link AmountError}. */
export function parseTokens(text: string, { decimals }: Token): bigint {
  const amount = amounts.parseAmount(text, decimals);
  if (amount === 0n) throw new UsageError(`the amount is ${text}; it must be above 0`);
  return amount;
}
