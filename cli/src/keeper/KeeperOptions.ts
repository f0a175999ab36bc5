import { z } from "zod";

const duration = z.number().finite().nonnegative();

/** What can be chosen of a keeper's work. All times are in milliseconds, all fees and balances in wei. */
export const keeperOptionsSchema = z.strictObject({
  /** From one round to the next, while there is nothing to do. */
  intervalMs: duration.min(100).default(30_000),
  /** The longest random wait before acting. Several keepers rarely collide if it is longer than a few blocks. */
  jitterMs: duration.default(15_000),
  /** How long an RPC may take to answer. */
  requestTimeoutMs: duration.min(1).default(8_000),
  /** How far a head's timestamp may be from this machine's clock, and how long it may stand still; 0 for as long as it likes. */
  headToleranceMs: duration.default(600_000),
  /** How many of the last blocks are read anew each round. */
  reorgDepth: z.number().int().nonnegative().default(32),
  /** The most to offer per gas. */
  maxFeePerGas: z.bigint().positive().default(100_000_000_000n),
  /** After how long a transaction is replaced by one that offers more. */
  replaceAfterMs: duration.default(60_000),
  /** After how long nobody waits for a transaction any longer. */
  giveUpAfterMs: duration.default(600_000),
  /** How often to look for a receipt. */
  pollMs: duration.min(10).default(2_000),
  /** How long a transaction is still waited for when the keeper ends. */
  graceMs: duration.default(8_000),
  /** How long a job waits after the first try; twice as long after each further one, up to an hour. */
  retryAfterMs: duration.default(60_000),
  /** How long an RPC is left alone after its first failure; twice as long after each further one in a row, up to a minute. */
  restMs: duration.default(1_000),
  /** Below it the account's balance degrades the keeper's health. */
  lowBalance: z.bigint().nonnegative().default(5_000_000_000_000_000n),
});

export type KeeperOptions = z.output<typeof keeperOptionsSchema>;
