/** The tests of one file that a document names: the file from the root on, and their titles as they stand in the source. */
export interface NamedTests {
  file: string;
  titles: string[];
}

/** What stands in backticks, in order. */
export function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
}

/** Reads files in backticks, each followed by the titles of tests in it, also in backticks. */
export function namedTests(text: string): NamedTests[] {
  const named: NamedTests[] = [];
  for (const code of codeIn(text)) {
    if (/\.(test\.ts|t\.sol)$/.test(code)) named.push({ file: code, titles: [] });
    else if (named.length === 0) throw new Error(`${code} stands before any file`);
    else named.at(-1)!.titles.push(code);
  }
  return named;
}
