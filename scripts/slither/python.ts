import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "..", "..");

/** The environment that `npm run slither:install` makes. */
export const environment = path.join(root, ".venv");

/** The version of a package that requirements.in pins. */
export function pinnedVersion(name: string): string {
  const pins = readFileSync(path.join(__dirname, "requirements.in"), "utf8").split("\n");
  const pin = pins.find((line) => line.startsWith(`${name}==`));
  if (pin === undefined) throw new Error(`requirements.in does not pin ${name}`);
  return pin.slice(name.length + 2);
}

/** What the analyzer runs on. */
export const minimumVersion = { major: 3, minor: 10 };

/** Something that is not there, and how to get it. */
export class MissingTool extends Error {}

/** Answers a command with what it prints, or with nothing if it cannot be run or fails. */
export type Ask = (command: string, args: readonly string[]) => string | undefined;

export const ask: Ask = (command, args) => {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8", cwd: root });
  return status === 0 ? stdout.trim() : undefined;
};

const wanted = `Python ${minimumVersion.major}.${minimumVersion.minor} or later`;
const getPython = `${wanted} is missing: install it (Debian and Ubuntu: apt-get install python3 python3-venv; macOS: brew install python), then npm run slither:install`;

function isEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major !== minimumVersion.major) return major > minimumVersion.major;
  return minor >= minimumVersion.minor;
}

/** Version and path of the interpreter that a command starts. */
const identify = "import sys; print('%d.%d.%d' % sys.version_info[:3], sys.executable)";

/** The path of a Python that can make the environment. */
export function findPython(askTool: Ask = ask): string {
  const answers = ["python3", "python"].map((command) => askTool(command, ["-c", identify]));
  const found = answers.filter((answer) => answer !== undefined).map((answer) => answer.split(" "));
  const python = found.find(([version]) => isEnough(version!));
  if (python === undefined) {
    throw new MissingTool(found[0] === undefined ? getPython : `${getPython} (there is ${found[0][0]!})`);
  }
  const executable = python.slice(1).join(" ");
  if (askTool(executable, ["-c", "import venv, ensurepip"]) === undefined) {
    throw new MissingTool(
      "Python's venv is missing: install it (Debian and Ubuntu: apt-get install python3-venv), then npm run slither:install",
    );
  }
  return executable;
}

/** The path of a program of the environment that prints this version. */
export function findTool(options: { tool: string; version: string; askTool?: Ask }): string {
  const { tool, version, askTool = ask } = options;
  const program = path.join(environment, "bin", tool);
  const present = askTool(program, ["--version"]);
  if (present === undefined) {
    findPython(askTool);
    throw new MissingTool(`${tool} ${version} is missing: npm run slither:install`);
  }
  // "0.11.6", or "halmos 0.3.3".
  if (present.split(" ").at(-1) !== version)
    throw new MissingTool(`${tool} is ${present} instead of ${version}: npm run slither:install`);
  return program;
}
