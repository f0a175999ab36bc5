import { CommanderError } from "commander";
import { amounts, InvalidValueError } from "stakeweight-sdk";
import { CancelledError } from "./CancelledError.js";
import { UsageError } from "./UsageError.js";

/** What the process ends with: 0 done, 1 refused or failed, 2 wrong usage, 130 interrupted by Ctrl-C. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (usageErrors.some((kind) => error instanceof kind)) return 2;
  if (error instanceof CancelledError) return 130;
  return 1;
}

const usageErrors = [UsageError, InvalidValueError, amounts.AmountError];
