import type { Writable } from "node:stream";
import pc from "picocolors";

export type Colors = ReturnType<typeof pc.createColors>;

/** Colours for a terminal, none for anything else, nor with NO_COLOR (see no-color.org). */
export function colorsFor(stream: Writable, env: Readonly<Record<string, string | undefined>>): Colors {
  const isTerminal = "isTTY" in stream && stream.isTTY === true && env.TERM !== "dumb";
  return pc.createColors(isTerminal && !env.NO_COLOR);
}
