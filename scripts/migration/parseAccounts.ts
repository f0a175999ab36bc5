import { getAddress, isAddress } from "ethers";
import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { UsageError } from "./UsageError";

/**
 * The addresses of a file: a JSON array of strings, or one per line, where empty lines and what follows a # do not count.
 * Throws {@link UsageError}, which names the line.
 */
export function parseAccounts({ file, text }: { file: string; text: string }): string[] {
  return (text.trimStart().startsWith("[") ? arrayEntries(file, text) : lineEntries(text)).map(({ entry, line }) => {
    if (!isAddress(entry)) throw new UsageError(`${file}, line ${line}: ${JSON.stringify(entry)} is not an address`);
    return getAddress(entry);
  });
}

interface Entry {
  entry: string;
  line: number;
}

function lineEntries(text: string): Entry[] {
  return text
    .split("\n")
    .map((content, index) => ({ entry: content.replace(/#.*/, "").trim(), line: index + 1 }))
    .filter(({ entry }) => entry !== "");
}

function arrayEntries(file: string, text: string): Entry[] {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  if (errors[0]) {
    const { error, offset } = errors[0];
    throw new UsageError(`${file}, line ${lineAt(offset)}: malformed JSON (${printParseErrorCode(error)})`);
  }
  return (root?.children ?? []).map(({ type, value, offset, length }: Node) => {
    const line = lineAt(offset);
    if (type !== "string") {
      throw new UsageError(`${file}, line ${line}: ${text.slice(offset, offset + length)} is not an address in quotes`);
    }
    return { entry: value as string, line };
  });
}
