import { readFileSync } from "node:fs";
import path from "node:path";
import { RoleCheckError } from "./RoleCheckError";

/** The document that says who may hold which right. */
export const DOCUMENT = "docs/roles.md";

/** A right as the document lists it: words, not addresses. */
export interface DocumentedRight {
  contract: string;
  right: string;
  /** The name of a contract, of a parameter that names somebody such as `pauser`, or `anyone`. */
  holder: string;
  /** It stands only where both are deployed. */
  isOptional: boolean;
  /** Where it stands in the document, from 1. */
  line: number;
}

const BEGIN = "<!-- rights:begin -->";
const END = "<!-- rights:end -->";
const HEAD = ["contract", "right", "held by"];

/** After a holder: the right stands only where both are deployed. */
const OPTIONAL = ", where deployed";

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
const RIGHT = /^([A-Z][A-Z0-9_]*_ROLE|owner|proxy admin|timelock|source of votes)$/;

/** The rights of docs/roles.md. */
export function readDocumentedRights(): DocumentedRight[] {
  return parseDocumentedRights(readFileSync(path.join(__dirname, "..", "..", DOCUMENT), "utf8"));
}

/** Reads the table between the two markers; whatever is not as it has to be is named with its line. */
export function parseDocumentedRights(text: string): DocumentedRight[] {
  const lines = text.split("\n").map((content, index) => ({ content: content.trim(), line: index + 1 }));
  const begin = markerIn(lines, BEGIN);
  const end = markerIn(lines, END);
  if (end < begin) throw malformed(end, `${END} stands before ${BEGIN}`);
  const table = lines.slice(begin, end - 1).filter(({ content }) => content !== "");
  const [head, rule, ...rows] = table;
  if (!head || cellsOf(head).join() !== HEAD.join()) {
    throw malformed(head?.line ?? end, `the table must begin with | ${HEAD.join(" | ")} |`);
  }
  if (!rule || !cellsOf(rule).every((cell) => /^:?-+:?$/.test(cell))) {
    throw malformed(rule?.line ?? end, "a rule must follow the table's head");
  }
  if (rows.length === 0) throw malformed(end, "the table lists nothing");
  const rights = rows.map(rightOf);
  const keys = rights.map(({ contract, right, holder }) => [contract, right, holder].join(" | "));
  keys.forEach((key, index) => {
    const first = keys.indexOf(key);
    if (first !== index)
      throw malformed(rights[index]!.line, `| ${key} | stands in line ${rights[first]!.line} already`);
  });
  return rights;
}

interface Line {
  content: string;
  line: number;
}

function malformed(line: number, problem: string): RoleCheckError {
  return new RoleCheckError(`${DOCUMENT}, line ${line}: ${problem}`);
}

/** The line of a marker that has to be there once. */
function markerIn(lines: Line[], marker: string): number {
  const [first, second] = lines.filter(({ content }) => content === marker);
  if (!first) throw malformed(lines.length, `${marker} is missing`);
  if (second) throw malformed(second.line, `${marker} stands in line ${first.line} already`);
  return first.line;
}

function cellsOf({ content, line }: Line): string[] {
  const cells = content.split("|").map((cell) => cell.trim());
  if (cells.length !== HEAD.length + 2 || cells.at(0) !== "" || cells.at(-1) !== "") {
    throw malformed(line, `a row must have the ${HEAD.length} cells ${HEAD.join(", ")}, between |`);
  }
  return cells.slice(1, -1).map((cell) => cell.replace(/^`(.*)`$/, "$1"));
}

function rightOf(row: Line): DocumentedRight {
  const [contract, right, heldBy] = cellsOf(row) as [string, string, string];
  const isOptional = heldBy.endsWith(OPTIONAL);
  const holder = isOptional ? heldBy.slice(0, -OPTIONAL.length) : heldBy;
  if (!NAME.test(contract)) throw malformed(row.line, `${JSON.stringify(contract)} is no name of a contract`);
  if (!RIGHT.test(right)) throw malformed(row.line, `${JSON.stringify(right)} is no right`);
  if (!NAME.test(holder)) throw malformed(row.line, `${JSON.stringify(holder)} is no name of a holder`);
  return { contract, right, holder, isOptional, line: row.line };
}
