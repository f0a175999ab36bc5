import { childOf, textOf } from "../ast";
import { becomes, type Operator, sourceOf } from "./Site";

const COMPOUND: Record<string, string[]> = {
  "+=": ["-=", "="],
  "-=": ["+=", "="],
  "*=": ["/=", "="],
  "/=": ["*=", "="],
  "|=": ["&=", "="],
  "&=": ["|=", "="],
  "^=": ["|=", "="],
  "<<=": [">>="],
  ">>=": ["<<="],
};

/** `a += b` becomes `a -= b` and `a = b`. */
export const assignment: Operator = (site) => {
  const { node } = site;
  const left = childOf(node, "leftHandSide");
  const right = childOf(node, "rightHandSide");
  if (node.nodeType !== "Assignment" || !left || !right) return [];
  const others = COMPOUND[textOf(node, "operator")] ?? [];
  return becomes(node, ...others.map((operator) => `${sourceOf(site, left)} ${operator} ${sourceOf(site, right)}`));
};

/** `++i` becomes `--i`. */
export const increment: Operator = (site) => {
  const { node } = site;
  const operand = childOf(node, "subExpression");
  const operator = textOf(node, "operator");
  if (node.nodeType !== "UnaryOperation" || !operand || !["++", "--"].includes(operator)) return [];
  const other = operator === "++" ? "--" : "++";
  return becomes(node, node.prefix === true ? other + sourceOf(site, operand) : sourceOf(site, operand) + other);
};
