import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { LOCAL_HOST } from "../local/startNode";
import { pictureEnvironment } from "./environment";

const root = path.join(__dirname, "..", "..");

/** `npm start`, up and running. */
export interface LocalChain {
  url: string;
  /** What it printed until then. */
  output: string;
  /** When it was started, in milliseconds of the machine's clock. */
  startedAt: number;
  stop(): Promise<void>;
}

/** Runs what `npm start` runs, on a port that is free, in colours. Rejects with its output if it ends before it is up. */
export async function startLocalChain(): Promise<LocalChain> {
  const port = await freePort();
  const records = mkdtempSync(path.join(tmpdir(), "pictures-"));
  const startedAt = Date.now();
  const child = spawn(
    process.execPath,
    ["--require", "ts-node/register/transpile-only", "scripts/local/start.ts", "--port", String(port)],
    {
      cwd: root,
      env: { ...pictureEnvironment(process.env, 0), DEPLOYMENTS_FOLDER: records },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => {
      rmSync(records, { recursive: true, force: true });
      resolve();
    });
  });
  await new Promise<void>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Ctrl-C ends it.")) resolve();
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    void ended.then(() => {
      reject(new Error(`npm start ended:\n${output}`));
    });
  });
  return {
    url: `http://${LOCAL_HOST}:${port}`,
    output,
    startedAt,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, LOCAL_HOST, () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new Error("no port"));
        else resolve(address.port);
      });
    });
  });
}
