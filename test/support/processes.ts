import { spawnSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

const TRIES = 200;
const PAUSE_MS = 50;

/** The first process that `parent` has started, as soon as there is one. */
export async function childOf(parent: number): Promise<number> {
  return until(`a child of ${parent}`, () => {
    const pid = Number(outputOf("pgrep", ["-P", String(parent)]).split("\n")[0]);
    return pid === 0 ? undefined : pid;
  });
}

/** Resolves once a process has ended; nobody may have asked yet how. */
export async function untilGone(pid: number): Promise<void> {
  await until(
    `the end of ${pid}`,
    () => /^(Z.*)?$/.test(outputOf("ps", ["-o", "stat=", "-p", String(pid)])) || undefined,
  );
}

function outputOf(program: string, args: string[]): string {
  const { stdout, error } = spawnSync(program, args, { encoding: "utf8" });
  if (error) throw error;
  return stdout.trim();
}

async function until<T>(what: string, look: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < TRIES; tries++) {
    const found = look();
    if (found !== undefined) return found;
    await sleep(PAUSE_MS);
  }
  throw new Error(`waited for ${what} in vain`);
}
