import { MaxUint256 } from "ethers";
import { AmountError } from "./AmountError.js";

const PLAIN = /^(\d*)(?:\.(\d+))?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * Reads an amount of tokens as people write it, "1000.5" or "1,000.5", as wei. Nothing is rounded.
 *
 * Throws {@link AmountError} if it is something else, has more decimals than the token, or exceeds 2^256 − 1 wei.
 *
 * @param decimals Of the token.
 */
export function parseAmount(text: string, decimals = 18): bigint {
  const trimmed = text.trim();
  if (trimmed === "") throw new AmountError(text, "is empty");
  if (trimmed.startsWith("-")) throw new AmountError(text, "is below zero");
  if (trimmed.includes(",") && !GROUPED.test(trimmed)) {
    throw new AmountError(text, 'has a comma that does not separate thousands ("1,000.5")');
  }
  const match = PLAIN.exec(trimmed.replaceAll(",", ""));
  if (!match) throw new AmountError(text, 'must be a number like "1000.5" or "1,000.5"');
  const [, whole = "", fraction = ""] = match;
  // Zeros at the end say nothing.
  const significant = fraction.replace(/0+$/, "");
  if (significant.length > decimals) throw new AmountError(text, `has more than ${decimals} decimals`);
  const value = BigInt(`${whole}${significant.padEnd(decimals, "0")}` || "0");
  if (value > MaxUint256) throw new AmountError(text, "is more than any token can have");
  return value;
}
