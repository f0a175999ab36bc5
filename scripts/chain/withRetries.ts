import { setTimeout as sleepFor } from "node:timers/promises";

export interface RetryOptions {
  /** How often altogether. */
  attempts?: number;
  sleep?: (milliseconds: number) => Promise<unknown>;
}

const ATTEMPTS = 4;
const FIRST_DELAY_MS = 500;

/** Codes of ethers and of Node for what may well succeed the next time. */
const passingCodes = new Set([
  "NETWORK_ERROR",
  "TIMEOUT",
  "SERVER_ERROR",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "EAI_AGAIN",
]);

/** Of servers too busy, and of those behind one address that do not have the newest block yet. */
const passingMessages = /socket hang up|too many requests|rate limit|header not found|unknown block/i;

/** Whether it is the connection or the server's state, and not the answer to what was asked. */
export function isPassing(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, message, cause } = error as { code?: unknown; message?: unknown; cause?: unknown };
  if (typeof code === "string" && passingCodes.has(code)) return true;
  if (typeof message === "string" && passingMessages.test(message)) return true;
  return cause !== undefined && cause !== error && isPassing(cause);
}

/** Whether nobody answers at all. */
export function isUnreachable(error: unknown): boolean {
  const code: unknown = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return ["NETWORK_ERROR", "ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"].includes(String(code));
}

/** Does it again, after twice the time each, while it fails for a reason that may pass. */
export async function withRetries<T>(action: () => Promise<T>, options: RetryOptions = {}): Promise<T> {
  const { attempts = ATTEMPTS, sleep = sleepFor } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      return await action();
    } catch (error) {
      if (attempt === attempts || !isPassing(error)) throw error;
      await sleep(FIRST_DELAY_MS * 2 ** (attempt - 1));
    }
  }
}
