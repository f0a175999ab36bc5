import type { Command } from "commander";
import { Context } from "../Context.js";
import { readSettings } from "../Settings.js";
import type { Surroundings } from "../Surroundings.js";

/** What a command does, given its arguments in order, as their readers return them, and its own options. */
export type Act<Options, Args> = (context: Context, values: { args: Args; options: Options }) => Promise<void>;

/** Has a command do something: with a context made of its settings, which is closed at the end. */
export function act<Options = Record<string, never>, Args extends unknown[] = string[]>(
  command: Command,
  surroundings: Surroundings,
  run: Act<Options, Args>,
): void {
  command.action(async () => {
    const options = command.optsWithGlobals<Options & Record<string, unknown>>();
    const context = new Context(readSettings(options, surroundings.env), surroundings);
    try {
      await run(context, { args: command.processedArgs as Args, options });
    } finally {
      context.close();
    }
  });
}
