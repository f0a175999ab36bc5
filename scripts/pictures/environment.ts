import path from "node:path";

const root = path.join(__dirname, "..", "..");

/** When every picture is taken: a Saturday. */
export const PICTURE_TIME = Date.parse("2026-11-21T12:00:00Z");

/**
 * An environment in which programs print in colours, though not to a terminal, know nothing of the user's own settings, and
 * have a clock that began at {@link PICTURE_TIME} so many milliseconds ago.
 */
export function pictureEnvironment(env: NodeJS.ProcessEnv, elapsed: number): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => name !== "NO_COLOR" && !name.startsWith("STAKEWEIGHT_"));
  const preloads = ["ts-node/register/transpile-only", path.join(root, "scripts", "pictures", "fixedClock.ts")];
  return {
    ...Object.fromEntries(kept),
    FORCE_COLOR: "1",
    PICTURE_TIME: new Date(PICTURE_TIME + elapsed).toISOString(),
    NODE_OPTIONS: preloads.map((file) => `--require ${JSON.stringify(file)}`).join(" "),
  };
}
