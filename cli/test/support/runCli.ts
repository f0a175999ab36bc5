import { Readable, Writable } from "node:stream";
import { run } from "../../src/run.js";
import type { Prompt } from "../../src/Surroundings.js";

/** What a run of the command line left behind. */
export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
  /** The questions that were asked. */
  questions: string[];
  /** Standard output as JSON. */
  json: () => unknown;
}

/** The terminal that a command line is run at. */
export interface RunOptions {
  env?: Record<string, string>;
  /** Answers of the person at the terminal; without them there is none. */
  answers?: Partial<Prompt>;
  /** Whether both outputs say that they are terminals. */
  isTerminal?: boolean;
}

/** Runs a command line in this process, with nothing of the real environment. */
export async function runCli(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { env = {}, answers, isTerminal = false } = options;
  const questions: string[] = [];
  const stdout = new Captured(isTerminal);
  const stderr = new Captured(isTerminal);
  const asked =
    <T>(answer?: (question: string) => Promise<T>) =>
    (question: string) => {
      questions.push(question);
      if (!answer) throw new Error(`nobody answers: ${question}`);
      return answer(question);
    };
  const code = await run(argv, {
    stdin: Readable.from([]),
    stdout,
    stderr,
    env,
    isTTY: answers !== undefined,
    prompt: { confirm: asked(answers?.confirm), password: asked(answers?.password) },
  });
  return {
    code,
    stdout: stdout.text,
    stderr: stderr.text,
    questions,
    json: () => JSON.parse(stdout.text) as unknown,
  };
}

class Captured extends Writable {
  text = "";

  constructor(readonly isTTY: boolean) {
    super({ decodeStrings: false });
  }

  override _write(chunk: string | Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
