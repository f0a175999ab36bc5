import { type AstNode, textOf, walk } from "./ast";

/** The functions from which a function is reached, by name, the nearest first; it comes first itself. */
export type CallersOf = (scopeId: number) => string[];

/** Reads from the syntax trees who calls whom. */
export function readCallers(trees: Iterable<AstNode>): CallersOf {
  const names = new Map<number, string>();
  const users = new Map<number, Set<number>>();
  const link = (used: unknown, user: number) => {
    if (typeof used !== "number") return;
    const known = users.get(used) ?? new Set();
    users.set(used, known.add(user));
  };
  for (const tree of trees) {
    walk(tree, (node, parents) => {
      if (node.id !== undefined && textOf(node, "name") !== "") names.set(node.id, textOf(node, "name"));
      const scope = parents.find(({ nodeType }) => /^(Function|Modifier)Definition$/.test(nodeType));
      if (scope?.id !== undefined) link(node.referencedDeclaration, scope.id);
      // Whoever calls what it overrides calls it.
      if (node.id !== undefined && Array.isArray(node.baseFunctions)) {
        for (const base of node.baseFunctions) link(node.id, base as number);
      }
    });
  }
  return (scopeId) => {
    const reached = new Set([scopeId]);
    for (const id of reached) for (const user of users.get(id) ?? []) reached.add(user);
    return [...new Set([...reached].map((id) => names.get(id)).filter((name) => name !== undefined))];
  };
}
