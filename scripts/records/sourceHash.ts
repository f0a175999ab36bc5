import { readFileSync } from "node:fs";
import path from "node:path";
import { concat, id } from "ethers";

const root = path.join(__dirname, "..", "..");

/** Reads a file by its path from the root. */
export type ReadFile = (file: string) => string;

const readFile: ReadFile = (file) => readFileSync(path.join(root, file), "utf8");

/** These test files and all that they import from test/, by path. What they import of contracts/ has a hash of its code. */
export function sourcesOf(files: readonly string[], read: ReadFile = readFile): string[] {
  const sources = new Set(files);
  // A set hands out what is added to it meanwhile, too.
  for (const source of sources) {
    for (const [, imported] of read(source).matchAll(/^\s*(?:import\b|\})[^;"]*"(\.[^"]+)";/gm)) {
      const file = path.posix.join(path.posix.dirname(source), imported!);
      if (file.startsWith("test/")) sources.add(file);
    }
  }
  return [...sources].sort();
}

/** Hash of the texts of files, with their paths. */
export function filesHash(files: readonly string[], read: ReadFile = readFile): string {
  return id(concat(files.map((file) => id(`${file}\n${read(file)}`))));
}

/** Hash of the text of test files, and of those that they import. */
export function sourceHash(files: readonly string[], read: ReadFile = readFile): string {
  return filesHash(sourcesOf(files, read), read);
}

/** Hash of what foundry.toml says in the sections of a profile. */
export function profileHash(profile: string, read: ReadFile = readFile): string {
  const sections = read("foundry.toml").split(/^(?=\[)/m);
  const name = `[profile.${profile}`;
  const own = sections.filter((section) => section.startsWith(`${name}]`) || section.startsWith(`${name}.`));
  if (own.length === 0) throw new Error(`foundry.toml has no profile ${profile}`);
  const lines = own.flatMap((section) => section.split("\n")).map((line) => line.trim());
  return id(lines.filter((line) => line !== "" && !line.startsWith("#")).join("\n"));
}

/** The names of all functions of these test files and of those that they import. */
export function functionsOf(files: readonly string[], read: ReadFile = readFile): string[] {
  const text = sourcesOf(files, read).map(read).join("\n");
  return [...text.matchAll(/^\s*function (\w+)/gm)].map(([, name]) => name!);
}
