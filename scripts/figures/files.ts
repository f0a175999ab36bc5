import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { differences } from "../pictures/differences";
import type { FigureRecord } from "./FigureRecord";

const PICTURES = "docs/pictures";

/** Texts by their paths from the root. */
export type Files = ReadonlyMap<string, string>;

/** What the pictures of the terminal are called as files. */
export function pictureFiles(taken: Files): Files {
  return new Map([...taken].map(([name, svg]) => [`${PICTURES}/${name}.svg`, svg]));
}

/** What the documents have to be. A record goes on with what those before it have written. */
export async function renderDocuments(root: string, records: readonly FigureRecord[]): Promise<Files> {
  const documents = new Map<string, string>();
  const read = (file: string) => documents.get(file) ?? readFileSync(path.join(root, file), "utf8");
  for (const record of records) for (const [file, text] of await record.render(read)) documents.set(file, text);
  return documents;
}

export function writeFiles(root: string, files: Files): void {
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

/** The records that no longer fit the contracts. */
export function staleRecords(records: readonly FigureRecord[]): string[] {
  return records.flatMap((record) =>
    record.stale().map((reason) => `docs/records/${record.name}.json: ${reason} (${record.command})`),
  );
}

/** The documents that are not what the records say. */
export function staleDocuments(root: string, documents: Files): string[] {
  return [...documents]
    .filter(
      ([file, text]) => !existsSync(path.join(root, file)) || readFileSync(path.join(root, file), "utf8") !== text,
    )
    .map(([file]) => `${file}: not what the records say`);
}

/** The pictures that show something else than what was taken now. */
export function stalePictures(root: string, pictures: Files): string[] {
  return [...pictures].flatMap(([file, svg]) => {
    const shown = path.join(root, file);
    const found = existsSync(shown) ? differences(readFileSync(shown, "utf8"), svg) : ["missing"];
    return found.map((difference) => `${file}: ${difference}`);
  });
}

/** The pictures that are none of what is made. */
export function strayPictures(root: string, made: Iterable<string>): string[] {
  const known = new Set(made);
  return readdirSync(path.join(root, PICTURES))
    .map((file) => `${PICTURES}/${file}`)
    .filter((file) => !known.has(file))
    .map((file) => `${file}: nothing makes it`);
}
