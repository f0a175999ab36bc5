import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const IMPORT = /(?:from|import) "(\.[^"]+)"/g;

/** The test code that a file imports by itself, by their paths from the root. */
function importsOf(root: string, file: string, text: string): string[] {
  const names = [...text.matchAll(IMPORT)].map(([, name]) => path.join(path.dirname(file), name!));
  const candidates = names.flatMap((name) => [`${name}.ts`, path.join(name, "index.ts")]);
  return candidates.filter((name) => name.startsWith(`test${path.sep}`) && existsSync(path.join(root, name)));
}

/** Hash of a test file with all that it imports of the tests; nothing where there is no such file. */
export function hashTest(root: string, file: string): string | undefined {
  if (!existsSync(path.join(root, file))) return undefined;
  const texts = new Map<string, string>();
  const read = (name: string) => {
    if (texts.has(name)) return;
    const text = readFileSync(path.join(root, name), "utf8");
    texts.set(name, text);
    for (const imported of importsOf(root, name, text)) read(imported);
  };
  read(file);
  const hash = createHash("sha256");
  for (const name of [...texts.keys()].sort()) hash.update(name).update(texts.get(name)!);
  return hash.digest("hex");
}
