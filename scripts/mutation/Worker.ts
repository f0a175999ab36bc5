import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { Outcome, Task, WorkerMessage } from "./messages";

/** The tests took too long, or too much memory, which a mutant may make them do by looping. */
export interface Stopped {
  kind: "stopped";
  file: string;
}

/** How long a test file may take, in seconds. */
export type LimitOf = (file: string) => number;

export interface Result {
  outcome: Outcome | Stopped;
  /** How long each test file took. */
  files: { file: string; milliseconds: number }[];
  /** What the process takes afterwards, in bytes. */
  memory: number;
}

const root = path.join(__dirname, "..", "..");
const program = path.join(__dirname, "work.ts");

/** How long anything but a test may take, which is compiling, in seconds. */
const COMPILE_LIMIT = 900;

/** What a process keeps of each chain adds up. Beyond so many bytes a new one takes its place. */
const MEMORY_PER_PROCESS = 1.5 * 2 ** 30;

/** A process of its own that runs tests, and is replaced when it hangs, breaks or has grown old. */
export class Worker {
  #child: ChildProcess | undefined;

  async run(task: Task, limitOf: LimitOf): Promise<Result> {
    const child = (this.#child ??= await start());
    const result = await perform(child, task, limitOf);
    const isLost = result.outcome.kind === "stopped" || result.outcome.kind === "broken";
    if (isLost || result.memory > MEMORY_PER_PROCESS) this.stop();
    return result;
  }

  stop(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }
}

function start(): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = fork(program, {
      cwd: root,
      execArgv: ["--require", "ts-node/register/transpile-only"],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    child.once("message", () => {
      child.removeAllListeners("exit");
      resolve(child);
    });
    child.once("exit", (code) => {
      reject(new Error(`a worker did not start (exit code ${code ?? "none"})`));
    });
  });
}

function perform(child: ChildProcess, task: Task, limitOf: LimitOf): Promise<Result> {
  return new Promise((resolve) => {
    const files: Result["files"] = [];
    /** The test file that runs. */
    let current: string | undefined;
    const finish = (outcome: Result["outcome"], memory = 0) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve({ outcome, files, memory });
    };
    const stop = () => {
      if (current !== undefined) finish({ kind: "stopped", file: current });
      else finish({ kind: "broken", message: "compiling takes too much time or memory" });
    };
    const wait = () => setTimeout(stop, 1_000 * (current === undefined ? COMPILE_LIMIT : limitOf(current)));
    let timer = wait();
    child.on("message", (message: WorkerMessage) => {
      clearTimeout(timer);
      if (message.kind === "done") {
        finish(message.outcome, message.memory);
        return;
      }
      if (message.kind === "exhausted") {
        stop();
        return;
      }
      if (message.kind === "file") files.push({ file: message.file, milliseconds: message.milliseconds });
      current = message.kind === "begun" ? message.file : undefined;
      timer = wait();
    });
    child.on("exit", (code) => {
      finish({ kind: "broken", message: `a worker ended with exit code ${code ?? "none"}` });
    });
    child.send(task);
  });
}
