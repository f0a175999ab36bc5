import { type AstNode, childOf, childrenOf, rangeOf, textOf, typeOf } from "../ast";
import { becomes, type Change, type Operator, parentOf, type Site, sourceOf, withoutStatement } from "./Site";

function calledName(call: AstNode | undefined): string {
  const callee = call && childOf(call, "expression");
  return textOf(callee, "name") || textOf(callee, "memberName");
}

/** The expression of a statement that is nothing but it. */
function statement(site: Site): AstNode | undefined {
  return site.node.nodeType === "ExpressionStatement" ? childOf(site.node, "expression") : undefined;
}

function withoutModifier({ node, parents }: Site): Change[] {
  if (node.nodeType !== "ModifierInvocation" || parents.at(-1)?.kind === "constructor") return [];
  return becomes(node, "");
}

/** A modifier, a `require` or a `revert` is gone. */
export const guard: Operator = (site) => {
  const expression = statement(site);
  const isRequire = expression?.nodeType === "FunctionCall" && calledName(expression) === "require";
  if (isRequire || site.node.nodeType === "RevertStatement") return withoutStatement(site, site.node);
  return withoutModifier(site);
};

/** An event is not emitted. */
export const event: Operator = (site) =>
  site.node.nodeType === "EmitStatement" ? withoutStatement(site, site.node) : [];

/** An assignment, a `delete`, a `push` or a `pop` is gone. */
export const write: Operator = (site) => {
  const expression = statement(site);
  if (!expression) return [];
  const isList = expression.nodeType === "FunctionCall" && ["push", "pop"].includes(calledName(expression));
  const changes = ["Assignment", "UnaryOperation"].includes(expression.nodeType);
  return isList || changes ? withoutStatement(site, site.node) : [];
};

/** A call is not made. */
export const call: Operator = (site) => {
  const expression = statement(site);
  if (expression?.nodeType !== "FunctionCall") return [];
  return ["require", "push", "pop"].includes(calledName(expression)) ? [] : withoutStatement(site, site.node);
};

/** A condition always holds, or never. A loop's never does: one without an end would show nothing. */
export const condition: Operator = (site) => {
  const { node } = site;
  const tested = childOf(node, "condition");
  if (!tested || !["IfStatement", "Conditional", "WhileStatement", "ForStatement"].includes(node.nodeType)) return [];
  const isLoop = node.nodeType === "WhileStatement" || node.nodeType === "ForStatement";
  return becomes(tested, ...(isLoop ? ["false"] : ["true", "false"]));
};

/** `continue` becomes `break`, and the reverse. */
export const loop: Operator = ({ node }) => {
  if (node.nodeType === "Continue") return becomes(node, "break");
  return node.nodeType === "Break" ? becomes(node, "continue") : [];
};

/** `return a` becomes `return !a` or `return 0`. */
export const returnValue: Operator = (site) => {
  const value = site.node.nodeType === "Return" ? childOf(site.node, "expression") : undefined;
  if (!value) return [];
  const isPlain = typeOf(value) === "bool" && value.nodeType !== "Literal";
  if (isPlain) return becomes(value, `!(${sourceOf(site, value)})`);
  return /^uint\d+$/.test(typeOf(value)) ? becomes(value, "0") : [];
};

const YUL: Record<string, string[]> = {
  add: ["sub"],
  sub: ["add"],
  mul: ["div"],
  div: ["mul"],
  lt: ["gt"],
  gt: ["lt"],
  and: ["or"],
  or: ["and"],
  shl: ["shr"],
  shr: ["shl"],
};

/** In assembly: a function becomes its counterpart, `iszero` goes, a number becomes its neighbours, a statement goes. */
export const assembly: Operator = (site) => {
  const { node } = site;
  if (node.nodeType === "YulExpressionStatement") return becomes(node, "");
  if (node.nodeType === "YulAssignment") return becomes(node, "");
  if (node.nodeType === "YulLiteral" && node.kind === "number") {
    const value = BigInt(textOf(node, "value"));
    return becomes(node, ...(value === 0n ? [1n] : [value + 1n, value - 1n]).map(String));
  }
  if (node.nodeType !== "YulFunctionCall") return [];
  const callee = childOf(node, "functionName")!;
  const name = textOf(callee, "name");
  const [argument] = childrenOf(node, "arguments");
  if (name === "iszero" && argument && parentOf(site)?.nodeType !== "YulExpressionStatement") {
    return [{ ...rangeOf(node), text: `iszero(iszero(${sourceOf(site, argument)}))` }];
  }
  return becomes(callee, ...(YUL[name] ?? []));
};
