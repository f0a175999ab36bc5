import { readFileSync } from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "..", "..");

/** The one text that a source has where the pattern has its parentheses. */
export function textIn(file: string, pattern: RegExp): string {
  const found = [...readFileSync(path.join(root, file), "utf8").matchAll(new RegExp(pattern, "gm"))];
  const texts = new Set(found.map(([, text]) => text));
  if (texts.size !== 1) throw new Error(`${file} tells ${texts.size} different values for ${pattern.source}`);
  return found[0]![1]!;
}

/** The one number that a source tells where the pattern has its parentheses: "20_000". */
export function numberIn(file: string, pattern: RegExp): number {
  const text = textIn(file, pattern).replaceAll(/[_,]/g, "");
  if (!/^\d+$/.test(text)) throw new Error(`${file}: ${text} is no number`);
  return Number(text);
}

/** A constant of a contract or of a program, in the unit that it is written in. */
export function constantIn(file: string, name: string): number {
  return numberIn(file, new RegExp(String.raw`\bconst(?:ant)? ${name} = ([\d_]+)(?:e18|n)?(?: \w+)?;`));
}
