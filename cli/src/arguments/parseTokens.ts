import { parseUnits } from "ethers";
import type { Token } from "../Context.js";
import { UsageError } from "../errors/UsageError.js";

/** An amount of the token above 0, as people write it. Throws {@link UsageError}. */
export function parseTokens(text: string, { decimals, symbol }: Token): bigint {
  let amount: bigint;
  try {
    amount = parseUnits(text.replaceAll(",", ""), decimals);
  } catch (cause) {
    throw new UsageError(
      `${text} is no amount of ${symbol}: write it like 1,000.5, with at most ${decimals} decimals`,
      { cause },
    );
  }
  if (amount <= 0n) throw new UsageError(`the amount is ${text}; it must be above 0`);
  return amount;
}
