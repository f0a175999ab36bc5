import type { Readable, Writable } from "node:stream";
import { confirm, isCancel, password } from "@clack/prompts";
import { CancelledError } from "../errors/CancelledError.js";
import type { Prompt } from "../Surroundings.js";

/** Asks on a terminal. */
export function promptOn(terminal: { input: Readable; output: Writable }): Prompt {
  return {
    confirm: async (message) => {
      const answer = await confirm({ ...terminal, message, initialValue: false });
      if (isCancel(answer)) throw new CancelledError();
      return answer;
    },
    password: async (message) => {
      const answer = await password({ ...terminal, message });
      if (isCancel(answer)) throw new CancelledError();
      return answer;
    },
  };
}
