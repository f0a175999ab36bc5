import { Writable } from "node:stream";
import { Wallet } from "ethers";
import pino from "pino";
import { findDeployment } from "stakeweight-sdk";
import { type Assembled, assembleKeeper } from "../../../src/keeper/assembleKeeper.js";
import { type Clock, systemClock } from "../../../src/keeper/Clock.js";
import { type KeeperOptions, keeperOptionsSchema } from "../../../src/keeper/KeeperOptions.js";
import { Endpoint } from "../../../src/keeper/rpc/Endpoint.js";

/** A keeper with the lines of its log. */
export interface TestKeeper extends Assembled {
  log: { level: number; msg: string; duty?: string; outcome?: string; reason?: string }[];
  /** How often jobs of a duty ended so. */
  count(duty: string, outcome: string): Promise<number>;
}

/** In tests the chain stands still and everything is near: waits are short. */
const quick: Partial<KeeperOptions> = {
  intervalMs: 100,
  jitterMs: 0,
  requestTimeoutMs: 2_000,
  headToleranceMs: 0,
  reorgDepth: 4,
  pollMs: 20,
  restMs: 50,
};

/** A keeper of the local deployment, with an account that has ether. */
export async function testKeeper(
  urls: readonly string[],
  wallet: Wallet,
  options: Partial<KeeperOptions> = {},
  clock: Clock = systemClock,
): Promise<TestKeeper> {
  const log: TestKeeper["log"] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      log.push(JSON.parse(chunk.toString()) as TestKeeper["log"][number]);
      done();
    },
  });
  const assembled = await assembleKeeper({
    endpoints: urls.map((url) => new Endpoint(url)),
    deployment: findDeployment(31337),
    wallet: new Wallet(wallet.privateKey),
    options: keeperOptionsSchema.parse({ ...quick, ...options }),
    clock,
    random: Math.random,
    log: pino({ level: "debug" }, stream),
  });
  return {
    ...assembled,
    log,
    count: async (duty, outcome) => {
      const { values } = await assembled.metrics.actions.get();
      return values.find(({ labels }) => labels.duty === duty && labels.outcome === outcome)?.value ?? 0;
    },
  };
}

/** Waits until something is true. */
export async function until(isTrue: () => boolean | Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error("it did not become true in time");
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
