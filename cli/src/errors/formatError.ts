import { CommanderError } from "commander";
import { isError } from "ethers";
import type { Colors } from "../output/colorsFor.js";
import { toJson } from "../output/toJson.js";
import { exitCodeOf } from "./exitCodeOf.js";

/** The error as it is printed on standard error: a sentence, or one JSON object. */
export function formatError(error: unknown, options: { json: boolean; verbose: boolean; colors: Colors }): string {
  const message = messageOf(error);
  if (options.json) {
    const { name, args, hash } = error as { name?: string; args?: unknown; hash?: string };
    const isNamed = error instanceof Error && !(error instanceof CommanderError);
    return toJson({
      error: {
        name: isNamed ? name : "UsageError",
        message,
        ...(args === undefined ? {} : { args }),
        ...(hash === undefined ? {} : { hash }),
        exitCode: exitCodeOf(error),
        ...(options.verbose ? { stack: traceOf(error) } : {}),
      },
    });
  }
  const line = `${options.colors.red("error:")} ${message}`;
  return options.verbose ? `${line}\n\n${options.colors.dim(traceOf(error))}` : line;
}

function messageOf(error: unknown): string {
  if (error instanceof CommanderError) return error.message.replace(/^error: /, "");
  // Those of ethers carry the whole request in their message.
  if (error instanceof Error && "shortMessage" in error && typeof error.shortMessage === "string") {
    if (isError(error, "INSUFFICIENT_FUNDS")) return "the account has too little ether to pay for the gas";
    return error.shortMessage;
  }
  return error instanceof Error ? error.message : String(error);
}

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const trace = error.stack ?? error.message;
  return error.cause === undefined ? trace : `${trace}\ncaused by: ${traceOf(error.cause)}`;
}
