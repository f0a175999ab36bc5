/** What a long run found, kept in docs/records, and the documents that show it. */
export interface FigureRecord {
  /** Of the record: docs/records/<name>.json. */
  name: string;
  /** Makes the record anew. */
  command: string;
  /** What of the record no longer fits the contracts as they are compiled now, a sentence each. */
  stale(): string[];
  /** What the documents have to be that show it, by their paths from the root. `read` gives one as it is. */
  render(read: (file: string) => string): Map<string, string> | Promise<Map<string, string>>;
}
