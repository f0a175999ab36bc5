import ora from "ora";
import type { Context } from "../Context.js";

/** Turns a spinner on standard error while something takes its time; where there is no terminal, says it once. */
export async function spin<T>({ surroundings, output }: Context, text: string, action: () => Promise<T>): Promise<T> {
  const { stderr, isTTY } = surroundings;
  if (output.isJson || !isTTY) {
    output.message(text);
    return action();
  }
  const spinner = ora({ text, stream: stderr, discardStdin: false });
  spinner.start();
  try {
    const result = await action();
    spinner.succeed();
    return result;
  } catch (error) {
    spinner.fail();
    throw error;
  }
}
