import type { Command } from "commander";

/** The options of every command that changes something. */
export function withWriteOptions(command: Command): Command {
  return command
    .option("-y, --yes", "do not ask")
    .option("--unsigned", "print the transactions as JSON, to be signed elsewhere; send nothing")
    .option("--safe <file>", "write a batch for the Safe Transaction Builder; send nothing")
    .option("--confirmations <number>", "how many blocks to wait for, the first included (default: 1)");
}
