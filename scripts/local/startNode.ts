import { fork } from "node:child_process";
import path from "node:path";
import type { LocalAccount } from "./localAccounts";

/** How far the node's start has come. */
export interface NodeStage {
  stage: "compiled" | "deployed";
}

/** The node serves; contracts by name, accounts in the node's order. */
export interface NodeReady {
  stage: "ready";
  addresses: Record<string, string>;
  accounts: LocalAccount[];
}

export interface LocalNode {
  url: string;
  /** Rejects if the node ends first. */
  ready: Promise<NodeReady>;
  /** Resolves with the reason as soon as the node has ended. */
  ended: Promise<NodeError>;
  /** Ends the node and waits until its port is free. */
  stop(): Promise<void>;
}

/** The local node did not start, or died. */
export class NodeError extends Error {
  override readonly name = "NodeError";
}

export const LOCAL_HOST = "127.0.0.1";

const root = path.join(__dirname, "..", "..");

/** How much of the node's error output is kept, in characters. */
const KEPT_OUTPUT = 4000;

/** How long the node may take to start, compiling included, in milliseconds. */
const START_MS = 300_000;

/** How long the node may take to end before it is killed, in milliseconds. */
const GRACE_MS = 2000;

/**
 * Starts a Hardhat node with the contracts deployed, as a process of its own whose clock begins at `chainStart`. The node
 * ends with this process, however this process ends.
 */
export function startNode(options: {
  port: number;
  /** Unix seconds. */
  chainStart: number;
  onStage: (stage: NodeStage["stage"]) => void;
  /** Where the records of its deployment go, if not where the configuration says. */
  deploymentsFolder?: string;
}): LocalNode {
  const { port, chainStart, deploymentsFolder } = options;
  const child = fork(path.join(__dirname, "serve.ts"), [LOCAL_HOST, String(port)], {
    cwd: root,
    execArgv: ["--require", "ts-node/register/transpile-only"],
    env: {
      ...process.env,
      HARDHAT_NETWORK: "hardhat",
      LOCAL_CHAIN_START: new Date(chainStart * 1000).toISOString(),
      ...(deploymentsFolder === undefined ? {} : { DEPLOYMENTS_FOLDER: deploymentsFolder }),
    },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let output = "";
  child.stderr!.on("data", (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
  });
  const ended = new Promise<NodeError>((resolve) => {
    child.once("error", (cause) => {
      resolve(new NodeError(`the node could not be started: ${cause.message}`, { cause }));
    });
    child.once("close", (code, killedBy) => {
      const how = killedBy ?? `exit code ${code ?? "unknown"}`;
      resolve(new NodeError([`the node ended (${how})`, output.trim()].filter(Boolean).join(":\n")));
    });
  });
  const ready = new Promise<NodeReady>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        new NodeError([`the node did not start within ${START_MS / 1000} seconds`, output.trim()].join("\n").trim()),
      );
    }, START_MS);
    void ended.then(reject).finally(() => {
      clearTimeout(timer);
    });
    child.on("message", (message: NodeStage | NodeReady) => {
      if (message.stage !== "ready") {
        options.onStage(message.stage);
        return;
      }
      clearTimeout(timer);
      resolve(message);
    });
  });

  return {
    url: `http://${LOCAL_HOST}:${port}`,
    ready,
    ended,
    async stop() {
      const timer = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
      child.kill("SIGTERM");
      await ended;
      clearTimeout(timer);
    },
  };
}
