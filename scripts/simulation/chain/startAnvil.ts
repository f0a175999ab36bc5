import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { LOCAL_ACCOUNTS } from "../../local/localAccounts";
import { Rpc } from "./Rpc";

const HOST = "127.0.0.1";
const installed = path.join(__dirname, "..", "..", "..", "node_modules", ".bin", "anvil");

/** Blocks whose states are kept; only the newest is ever asked. */
const KEPT_STATES = 16;

/** In which Linux counts the time of processes. */
const TICKS_PER_SECOND = 100;

/** No local EVM could be started. */
export class AnvilError extends Error {
  override readonly name = "AnvilError";
}

/** What a process took. */
export interface Usage {
  /** The most, in MB. */
  memory: number;
  cpuSeconds: number;
}

/** A local EVM in a process of its own. */
export interface Anvil {
  url: string;
  rpc: Rpc;
  /** What it took so far; null where the system does not tell. */
  usage(): Usage | null;
  stop(): void;
}

/**
 * Starts anvil, foundry's local EVM, whose clock begins at `start`, unix seconds. Every block is mined on demand and takes any
 * number of transactions, in the order in which they came, from anybody, for a gas price of 0. It ends with this process, unless
 * that is killed without being asked.
 */
export async function startAnvil({ start }: { start: number }): Promise<Anvil> {
  const port = await freePort();
  const url = `http://${HOST}:${port}`;
  // Ctrl-C reaches a whole process group: in one of its own it does not end before whoever started it decides so.
  const child = spawn(existsSync(installed) ? installed : "anvil", argumentsFor({ port, start }), {
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  });
  const stop = () => {
    child.kill("SIGKILL");
  };
  process.once("exit", stop);
  const rpc = new Rpc({ host: HOST, port });
  await untilAnswering({ child, rpc });
  return { url, rpc, stop, usage: () => usageOf(child) };
}

function argumentsFor({ port, start }: { port: number; start: number }): string[] {
  const options = {
    host: HOST,
    port,
    accounts: LOCAL_ACCOUNTS,
    timestamp: start,
    "chain-id": 31_337,
    hardfork: "prague",
    order: "fifo",
    "gas-price": 0,
    "block-base-fee-per-gas": 0,
    "prune-history": KEPT_STATES,
  };
  const flags = ["silent", "auto-impersonate", "disable-block-gas-limit", "no-request-size-limit"];
  return [
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    ...flags.map((name) => `--${name}`),
  ];
}

async function untilAnswering({ child, rpc }: { child: ChildProcess; rpc: Rpc }): Promise<void> {
  const failed = new Promise<never>((_, reject) => {
    child.once("error", (cause) => {
      reject(
        new AnvilError("anvil is not installed: npm has it for Linux (x64), elsewhere it has to be on the PATH", {
          cause,
        }),
      );
    });
    child.once("exit", (code) => {
      reject(new AnvilError(`anvil ended with ${String(code)}`));
    });
  });
  failed.catch(() => undefined);
  for (let tries = 0; tries < 200; tries++) {
    const isUp = await Promise.race([
      rpc.request("eth_chainId").then(
        () => true,
        () => false,
      ),
      failed,
    ]);
    if (isUp) return;
    await sleep(50);
  }
  throw new AnvilError("anvil does not answer");
}

/** By Linux's account of it. */
function usageOf({ pid }: ChildProcess): Usage | null {
  const folder = `/proc/${String(pid)}`;
  if (!existsSync(folder)) return null;
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`${folder}/status`, "utf8"))!;
  // After the name, which may hold blanks: the 12th and the 13th field, time in user and in system mode.
  const fields = readFileSync(`${folder}/stat`, "utf8").split(") ")[1]!.split(" ");
  const ticks = Number(fields[11]) + Number(fields[12]);
  return { memory: Math.round(Number(kilobytes) / 1_024), cpuSeconds: ticks / TICKS_PER_SECOND };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, HOST, () => {
      const { port } = server.address() as { port: number };
      server.close(() => {
        resolve(port);
      });
    });
  });
}
