/** A row of a table in a document: its cells, and the line that it stands in. */
export interface TableRow {
  cells: string[];
  line: number;
}

/** The rows below a head with these columns, of all such tables of a document. A `|` within a cell is written `\|`. */
export function tableRows(document: string, ...columns: string[]): TableRow[] {
  const rows: TableRow[] = [];
  let isWithin = false;
  for (const [index, text] of document.split("\n").entries()) {
    const cells = text.startsWith("|") ? cellsOf(text) : [];
    if (cells.length === 0) isWithin = false;
    else if (cells.join("|") === columns.join("|")) isWithin = true;
    else if (isWithin && !cells.every((cell) => /^-+$/.test(cell))) rows.push({ cells, line: index + 1 });
  }
  return rows;
}

function cellsOf(text: string): string[] {
  return text
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.replaceAll("\\|", "|").trim());
}
