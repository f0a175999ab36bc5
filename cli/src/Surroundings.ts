import type { Readable, Writable } from "node:stream";

/** What is asked of the person at the terminal. Both reject with {@link CancelledError} on Ctrl-C. */
export interface Prompt {
  confirm: (question: string) => Promise<boolean>;
  /** Reads without echo. */
  password: (question: string) => Promise<string>;
}

/** All that a command touches besides the chain and files; handed in, so that it runs in tests as it does at a terminal. */
export interface Surroundings {
  stdin: Readable;
  /** Data. */
  stdout: Writable;
  /** Everything else. */
  stderr: Writable;
  env: Readonly<Record<string, string | undefined>>;
  /** Whether a person can be asked: standard input and standard error are a terminal. */
  isTTY: boolean;
  prompt: Prompt;
}
