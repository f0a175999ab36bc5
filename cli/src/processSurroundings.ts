import { promptOn } from "./output/promptOn.js";
import type { Surroundings } from "./Surroundings.js";

/** The terminal, or the pipes, that this process was started with. */
export function processSurroundings(): Surroundings {
  const { stdin, stdout, stderr, env } = process;
  // Whoever reads has read enough: `stakeweight weeks | head -1`.
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  return {
    stdin,
    stdout,
    stderr,
    env,
    isTTY: stdin.isTTY && stderr.isTTY,
    prompt: promptOn({ input: stdin, output: stderr }),
  };
}
