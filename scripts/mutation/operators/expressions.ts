import { childOf, textOf } from "../ast";
import { becomes, type Change, type Operator, type Site, sourceOf } from "./Site";

const ARITHMETIC: Record<string, string[]> = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "**": ["*"],
};
const BOUNDARY: Record<string, string[]> = { "<": ["<="], "<=": ["<"], ">": [">="], ">=": [">"] };
const NEGATION: Record<string, string[]> = {
  "<": [">="],
  "<=": [">"],
  ">": ["<="],
  ">=": ["<"],
  "==": ["!="],
  "!=": ["=="],
};
const BITWISE: Record<string, string[]> = { "&": ["|"], "|": ["&"], "^": ["&"], "<<": [">>"], ">>": ["<<"] };
const LOGICAL: Record<string, string[]> = { "&&": ["||"], "||": ["&&"] };

function operands(site: Site): { left: string; right: string } | undefined {
  const left = childOf(site.node, "leftExpression");
  const right = childOf(site.node, "rightExpression");
  return left && right ? { left: sourceOf(site, left), right: sourceOf(site, right) } : undefined;
}

/** A binary operator becomes another; in parentheses, since the other may bind differently. */
function swap(site: Site, others: Record<string, string[]>): Change[] {
  if (site.node.nodeType !== "BinaryOperation") return [];
  const found = operands(site);
  if (!found) return [];
  const texts = others[textOf(site.node, "operator")] ?? [];
  return becomes(site.node, ...texts.map((operator) => `(${found.left} ${operator} ${found.right})`));
}

/** The operand alone is left of a unary operator. */
function drop(site: Site, operator: string): Change[] {
  const { node } = site;
  const operand = childOf(node, "subExpression");
  const matches = node.nodeType === "UnaryOperation" && textOf(node, "operator") === operator;
  return matches && operand ? becomes(node, sourceOf(site, operand)) : [];
}

/** `a + b` becomes `a - b`. */
export const arithmetic: Operator = (site) => [...swap(site, ARITHMETIC), ...drop(site, "-")];

/** `a < b` becomes `a <= b`. */
export const boundary: Operator = (site) => swap(site, BOUNDARY);

/** `a < b` becomes `a >= b`. */
export const negation: Operator = (site) => [...swap(site, NEGATION), ...drop(site, "!")];

/** `a && b` becomes `a || b`, `a`, and `b`. */
export const logical: Operator = (site) => {
  const swapped = swap(site, LOGICAL);
  const found = operands(site);
  return swapped.length === 0 || !found ? [] : [...swapped, ...becomes(site.node, found.left, found.right)];
};

/** `a & b` becomes `a | b`. */
export const bitwise: Operator = (site) => [...swap(site, BITWISE), ...drop(site, "~")];

/** `a ? b : c` becomes `a ? c : b`. */
export const ternary: Operator = (site) => {
  const { node } = site;
  const parts = ["condition", "falseExpression", "trueExpression"].map((field) => childOf(node, field));
  if (node.nodeType !== "Conditional" || !parts.every((part) => part !== undefined)) return [];
  const [condition, first, second] = parts.map((part) => sourceOf(site, part));
  return becomes(node, `${condition!} ? ${first!} : ${second!}`);
};
