/** A node of the compiler's syntax tree, of Solidity or of inline assembly. */
export interface AstNode {
  nodeType: string;
  src: string;
  id?: number;
  [field: string]: unknown;
}

/** A stretch of a source file, in bytes. */
export interface Range {
  start: number;
  end: number;
}

export function isNode(value: unknown): value is AstNode {
  return typeof value === "object" && value !== null && "nodeType" in value && "src" in value;
}

/** The node in a field, if there is one. */
export function childOf(node: AstNode, field: string): AstNode | undefined {
  const child = node[field];
  return isNode(child) ? child : undefined;
}

/** The nodes in a field that is a list. */
export function childrenOf(node: AstNode, field: string): AstNode[] {
  const children = node[field];
  return Array.isArray(children) ? children.filter(isNode) : [];
}

/** A field that is text; empty where it is missing. */
export function textOf(node: AstNode | undefined, field: string): string {
  const text = node?.[field];
  return typeof text === "string" ? text : "";
}

/** Where a node stands: "start:length:file". */
export function rangeOf(node: AstNode): Range {
  const [start, length] = node.src.split(":").map(Number);
  return { start: start!, end: start! + length! };
}

/** The name of an expression's type, "uint256". */
export function typeOf(node: AstNode): string {
  const descriptions = node.typeDescriptions as { typeString?: string } | undefined;
  return descriptions?.typeString ?? "";
}

/** Visits a node and all below it in the order of the source, each with what it stands in, the nearest last. */
export function walk(
  node: AstNode,
  visit: (node: AstNode, parents: readonly AstNode[]) => void,
  parents: AstNode[] = [],
): void {
  visit(node, parents);
  const children = Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter(isNode)
    .sort((a, b) => rangeOf(a).start - rangeOf(b).start);
  for (const child of children) walk(child, visit, [...parents, node]);
}
