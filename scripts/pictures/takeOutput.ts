import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { HDNodeWallet } from "ethers";
import { pictureEnvironment } from "./environment";
import type { Shows } from "./pictures";
import type { LocalChain } from "./startLocalChain";

const root = path.join(__dirname, "..", "..");

/** Where a chain listens that has the usual port. */
const USUAL_URL = "http://127.0.0.1:8545";

/** Hardhat's, which everybody knows. */
const MNEMONIC = "test test test test test test test test test test test junk";

/** What a picture shows, with its colours, as if the chain had the usual port. Rejects if the command fails. */
export async function takeOutput(options: { chain: LocalChain } & Shows): Promise<string> {
  const { chain } = options;
  const output = "startFrom" in options ? endOf(chain.output, options.startFrom) : await run(chain, options);
  return output.replaceAll(chain.url, USUAL_URL);
}

function endOf(output: string, from: string): string {
  const lines = output.split("\n");
  const first = lines.findIndex((line) => stripVTControlCharacters(line) === from);
  if (first === -1) throw new Error(`npm start did not print "${from}"`);
  return lines.slice(first).join("\n");
}

async function run(chain: LocalChain, shows: Extract<Shows, { args: string[] }>): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "pictures-"));
  const file = path.join(folder, "output");
  // Both streams to one file: in the order in which a terminal would show them.
  const target = openSync(file, "a");
  const child = spawn(process.execPath, ["cli/bin/stakeweight.js", ...shows.args], {
    cwd: root,
    env: {
      ...pictureEnvironment(process.env, Date.now() - chain.startedAt),
      STAKEWEIGHT_RPC_URL: chain.url,
      ...(shows.account === undefined ? {} : { STAKEWEIGHT_PRIVATE_KEY: keyOf(shows.account) }),
    },
    stdio: ["ignore", target, target],
  });
  const { until } = shows;
  const watch = setInterval(() => {
    if (until === undefined || !readFileSync(file, "utf8").includes(until)) return;
    // Once: a second Ctrl-C would not wait for its end.
    clearInterval(watch);
    child.kill("SIGINT");
  }, 100);
  const exitCode = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  clearInterval(watch);
  closeSync(target);
  const output = readFileSync(file, "utf8");
  rmSync(folder, { recursive: true });
  if (exitCode !== 0) throw new Error(`stakeweight ${shows.args.join(" ")} failed:\n${output}`);
  return output;
}

function keyOf(account: number): string {
  return HDNodeWallet.fromPhrase(MNEMONIC, undefined, `m/44'/60'/0'/0/${account}`).privateKey;
}
