import { Command, Option } from "commander";
import { commands } from "./commands/index.js";
import type { Surroundings } from "./Surroundings.js";
import { version } from "./version.js";

/** The whole command line. It throws where commander would end the process. */
export function createProgram(surroundings: Surroundings, { json }: { json: boolean }): Command {
  const { stdout, stderr } = surroundings;
  const program = new Command("stakeweight")
    .description("Stake WCT, claim weekly rewards, vote, and run nodes and wallets.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      // The help for want of a command, which a program does not read.
      writeErr: (text) => {
        if (!json) stderr.write(text);
      },
      // Errors are printed by `run`, also as JSON.
      outputError: () => undefined,
    })
    .allowExcessArguments(false)
    .exitOverride()
    .addOption(
      new Option(
        "--rpc <url>",
        "the node; the keeper takes several (or STAKEWEIGHT_RPC_URL; else http://127.0.0.1:8545)",
      )
        // Separated by commas, as in the environment.
        .argParser((url, earlier: string | undefined) => (earlier === undefined ? url : `${earlier},${url}`)),
    )
    .addOption(new Option("--chain <id>", "the chain that the node must be on (or STAKEWEIGHT_CHAIN_ID)"))
    .addOption(new Option("--deployment <file>", "a deployment of your own, as JSON (or STAKEWEIGHT_DEPLOYMENT)"))
    .addOption(new Option("--from <address>", "whose position it is, or who signs elsewhere (or STAKEWEIGHT_FROM)"))
    .addOption(
      new Option("--keystore <file|name>", "geth's or Foundry's keystore of the key (or STAKEWEIGHT_KEYSTORE)"),
    )
    .addOption(
      new Option("--password-file <file>", "the keystore's password; else it is asked (or STAKEWEIGHT_PASSWORD_FILE)"),
    )
    .addOption(new Option("--json", "print JSON, amounts in wei as decimal strings"))
    .addOption(new Option("--verbose", "with an error, print where it came from"))
    .addHelpText(
      "after",
      `
Keys come from a keystore or from STAKEWEIGHT_PRIVATE_KEY in the environment, never from the command line.
Data goes to standard output, everything else to standard error. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.

Examples:
  stakeweight status 0xf39F…2266
  stakeweight stake 1,000 --preset 52 --keystore alice
  stakeweight claim --restake --keystore alice --yes
  stakeweight weeks --json`,
    );
  for (const add of commands) add(program, surroundings);
  return program;
}
