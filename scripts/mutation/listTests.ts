import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/** The test files that a target names, by themselves or by their folders, each once. */
export function listTests(root: string, names: readonly string[]): string[] {
  const files = names.flatMap((name) => {
    if (statSync(path.join(root, name)).isFile()) return [name];
    const found = readdirSync(path.join(root, name), { recursive: true, encoding: "utf8" });
    return found
      .filter((file) => file.endsWith(".test.ts"))
      .sort()
      .map((file) => path.join(name, file));
  });
  return [...new Set(files)];
}
