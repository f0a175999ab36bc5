import { CommanderError } from "commander";
import { describeError, isContractError } from "stakeweight-sdk";
import type { Colors } from "../output/colorsFor.js";
import { printable } from "../output/printable.js";
import { toJson } from "../output/toJson.js";
import { exitCodeOf } from "./exitCodeOf.js";
import { HalfDoneError } from "./HalfDoneError.js";
import { TransactionError } from "./TransactionError.js";
import { withoutKeys } from "./withoutKeys.js";

/** The error as it is printed on standard error: a sentence, or one JSON object. */
export function formatError(error: unknown, options: { json: boolean; verbose: boolean; colors: Colors }): string {
  // What is sent already is said by these; their cause is only why it went no further.
  const isSaid = error instanceof HalfDoneError || error instanceof TransactionError;
  const described = isSaid ? error : describeError(error);
  // The command line may have a key in the wrong place; what else has 32 bytes is no wrong usage.
  const shown = (text: string) => (exitCodeOf(error) === 2 ? withoutKeys(text) : text);
  const message = shown(sentence(messageOf(described)));
  if (options.json) {
    return toJson({
      error: {
        ...factsOf(described),
        message,
        exitCode: exitCodeOf(error),
        ...(options.verbose ? { stack: shown(traceOf(described)) } : {}),
      },
    });
  }
  const line = `${options.colors.red("Error:")} ${message}`;
  return options.verbose ? `${line}\n\n${options.colors.dim(shown(traceOf(described)))}` : line;
}

/** What programs tell errors apart by. */
function factsOf(error: unknown): object {
  if (isContractError(error)) return { name: error.errorName, contract: error.contract, args: error.args };
  if (error instanceof CommanderError) return { name: "UsageError" };
  const name = error instanceof Error ? error.name : "Error";
  if (error instanceof HalfDoneError) return { ...factsOf(describeError(error.cause)), transactions: error.sent };
  return error instanceof TransactionError ? { name, hash: error.hash } : { name };
}

function messageOf(error: unknown): string {
  // commander has printed the help already, and says nothing else.
  if (error instanceof CommanderError && error.code === "commander.help") return "a command is missing";
  if (error instanceof CommanderError) return error.message.replace(/^error: /, "");
  // Those of ethers carry the whole request in their message.
  if (error instanceof Error && "shortMessage" in error) return String(error.shortMessage);
  return error instanceof Error ? error.message : String(error);
}

function sentence(text: string): string {
  const trimmed = printable(text).trim();
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${/[.?!]$/.test(trimmed) ? "" : "."}`;
}

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const trace = printable(error.stack ?? error.message);
  return error.cause === undefined ? trace : `${trace}\ncaused by: ${traceOf(error.cause)}`;
}
