import { readFileSync } from "node:fs";
import path from "node:path";

/** The text of every source by the name under which others import it. */
export type Sources = ReadonlyMap<string, string>;

const IMPORT = /^import[^;]*?["']([^"']+)["'];/gm;

/** The sources that these files are compiled of: themselves and what they import. */
export function readSources(root: string, files: readonly string[]): Sources {
  const sources = new Map<string, string>();
  const open = [...files];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (sources.has(name)) continue;
    const text = readSource(root, name);
    sources.set(name, text);
    open.push(...importsOf(name, text));
  }
  return sources;
}

/** Only these files and what they import. */
export function closureOf(sources: Sources, files: readonly string[]): Sources {
  const reached = new Map<string, string>();
  const open = [...files];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const text = sources.get(name);
    if (text === undefined || reached.has(name)) continue;
    reached.set(name, text);
    open.push(...importsOf(name, text));
  }
  return reached;
}

function importsOf(name: string, text: string): string[] {
  return [...text.matchAll(IMPORT)].map(([, imported]) =>
    imported!.startsWith(".") ? path.posix.join(path.posix.dirname(name), imported!) : imported!,
  );
}

function readSource(root: string, name: string): string {
  const isOwn = name.startsWith("contracts/") || name.startsWith("test/");
  return readFileSync(isOwn ? path.join(root, name) : require.resolve(name, { paths: [root] }), "utf8");
}
