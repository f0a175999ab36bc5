import type { Writable } from "node:stream";
import pc from "picocolors";

export type Colors = ReturnType<typeof pc.createColors>;

/**
 * Colours for a terminal or with FORCE_COLOR (see force-color.org), none for anything else, nor with NO_COLOR (see
 * no-color.org).
 */
export function colorsFor(stream: Writable, env: Readonly<Record<string, string | undefined>>): Colors {
  const isTerminal = "isTTY" in stream && stream.isTTY === true && env.TERM !== "dumb";
  const isForced = Boolean(env.FORCE_COLOR) && env.FORCE_COLOR !== "0";
  return pc.createColors((isTerminal || isForced) && !env.NO_COLOR);
}
