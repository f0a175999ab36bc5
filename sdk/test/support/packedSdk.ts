import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

export const sdkFolder = fileURLToPath(new URL("../..", import.meta.url));
export const rootFolder = path.join(sdkFolder, "..");

/** A new folder in which somebody installed the SDK from its tarball. */
export interface PackedSdk {
  /** Lies outside of the repository; `node_modules` has the SDK, and what it needs of others. */
  folder: string;
  tarball: string;
  /** Where the SDK was unpacked to. */
  installed: string;
}

let packed: Promise<PackedSdk> | undefined;

/** Packs the SDK as it is published and installs it as npm would, without a network: once for all suites of a run. */
function packedSdk(): Promise<PackedSdk> {
  return (packed ??= pack());
}

/**
 * The packed SDK for a suite's tests. To be called inside `describe`; the returned function gives it inside tests and hooks.
 */
export function usePackedSdk(): () => PackedSdk {
  let sdk: PackedSdk | undefined;
  before(async function () {
    // It may have to be built.
    this.timeout(300_000);
    sdk = await packedSdk();
  });
  return () => {
    if (!sdk) throw new Error("the packed SDK is there only in tests and hooks");
    return sdk;
  };
}

/** What a program of `node_modules/.bin` prints. Rejects, with its output in the message, if it fails. */
export async function runBin(tool: string, args: string[], cwd = rootFolder): Promise<string> {
  return runProgram(process.execPath, [realpathSync(path.join(rootFolder, "node_modules", ".bin", tool)), ...args], {
    cwd,
  });
}

/** What a program prints. Rejects, with its output in the message, if it fails. */
export async function runProgram(
  program: string,
  args: string[],
  options: { cwd: string; env?: Record<string, string> },
): Promise<string> {
  try {
    const { stdout } = await run(program, args, {
      cwd: options.cwd,
      env: { ...process.env, NODE_OPTIONS: "", NO_COLOR: "1", FORCE_COLOR: "0", ...options.env },
      maxBuffer: 32 * 1024 * 1024,
    });
    return stdout;
  } catch (cause) {
    const { stdout = "", stderr = "" } = cause as { stdout?: string; stderr?: string };
    throw new Error(`${path.basename(args[0] ?? program)} failed:\n${stdout}${stderr}`, { cause });
  }
}

/** Links packages of the repository into the folder, so that they are found there. */
export function link(folder: string, names: readonly string[]): void {
  for (const name of names) {
    const target = path.join(folder, "node_modules", name);
    mkdirSync(path.dirname(target), { recursive: true });
    symlinkSync(realpathSync(path.join(rootFolder, "node_modules", name)), target, "junction");
  }
}

async function pack(): Promise<PackedSdk> {
  if (isStale()) await runBin("tshy", [], sdkFolder);
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "packed-sdk-")));
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  // What `prepack` builds is built.
  await run("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], {
    cwd: sdkFolder,
    shell: process.platform === "win32",
  });
  const tarball = path.join(
    folder,
    readdirSync(folder).find((name) => name.endsWith(".tgz"))!,
  );
  const installed = path.join(folder, "node_modules", "stakeweight-sdk");
  mkdirSync(installed, { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", installed, "--strip-components", "1"]);
  link(folder, ["ethers", "zod"]);
  return { folder, tarball, installed };
}

/** Whether a source is newer than what was built of it. */
function isStale(): boolean {
  const built = statSync(path.join(sdkFolder, "dist", "esm", "index.js"), { throwIfNoEntry: false });
  if (!built) return true;
  const sources = readdirSync(path.join(sdkFolder, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return [...sources, path.join(sdkFolder, "package.json")].some((file) => statSync(file).mtimeMs > built.mtimeMs);
}
