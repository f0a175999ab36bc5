import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

/** The repository's folder. */
export const root = path.join(__dirname, "..", "..");

/** A program that runs. */
export interface Run {
  child: ChildProcess;
  /** What was printed so far. */
  output(): string;
  /** Resolves once the text was printed; rejects if the program ends first. */
  printed(text: string): Promise<void>;
  /** Resolves with the exit code, or the signal. */
  exit: Promise<number | NodeJS.Signals>;
}

/** Runs a TypeScript program of this repository, as `npm start` runs its own. */
export function runProgram(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Run {
  const child = spawn(process.execPath, ["--require", "ts-node/register/transpile-only", program, ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const waiting = new Set<() => void>();
  const take = (chunk: Buffer) => {
    output += chunk.toString();
    for (const check of waiting) check();
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  const exit = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once("close", (code, signal) => {
      resolve(code ?? signal!);
    });
  });
  return {
    child,
    output: () => output,
    printed: (text) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (!output.includes(text)) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
        void exit.then((code) => {
          reject(new Error(`ended with ${code} before printing "${text}":\n${output}`));
        });
      }),
    exit,
  };
}
