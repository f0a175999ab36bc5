import path from "node:path";
import { type AstNode, textOf, walk } from "./ast";
import { operators } from "./operators";
import type { Change } from "./operators/Site";

/** One change of one place in the contracts. */
export interface Mutant {
  /** "StakeWeight.withdraw:guard:1"; stays the same when something else in the file changes. */
  id: string;
  file: string;
  /** The function, modifier or constant that it lies in. */
  scope: string;
  /** Its node in the syntax tree. */
  scopeId: number;
  operator: string;
  change: Change;
  line: number;
  /** What stands there, and what the mutant has instead. */
  original: string;
  replacement: string;
}

const SCOPES = ["FunctionDefinition", "ModifierDefinition"];

/** The function, modifier or constant around; interfaces have nothing to mutate. */
function scopeOf(parents: readonly AstNode[]): AstNode | undefined {
  if (parents.some((parent) => parent.contractKind === "interface")) return undefined;
  return parents.find(({ nodeType }) => SCOPES.includes(nodeType)) ?? parents.find(isConstant);
}

function nameOf(scope: AstNode): string {
  return textOf(scope, "name") || textOf(scope, "kind");
}

function isConstant(node: AstNode): boolean {
  return node.nodeType === "VariableDeclaration" && (node.constant === true || node.mutability === "immutable");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** All mutants of one source file, in the order of the source, each operator's in a scope counted from 1. */
export function findMutants({ file, source, ast }: { file: string; source: string; ast: AstNode }): Mutant[] {
  const bytes = Buffer.from(source, "utf8");
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  const mutants: Mutant[] = [];
  walk(ast, (node, parents) => {
    const scopeNode = scopeOf([...parents, node]);
    if (scopeNode?.id === undefined) return;
    const scope = nameOf(scopeNode);
    const place = { file, scope, scopeId: scopeNode.id };
    for (const [operator, findChanges] of Object.entries(operators)) {
      for (const change of findChanges({ node, parents, source: bytes })) {
        const key = `${change.start}-${change.end}-${change.text}`;
        const original = bytes.subarray(change.start, change.end).toString("utf8");
        if (seen.has(key) || oneLine(original) === oneLine(change.text)) continue;
        seen.add(key);
        const name = `${path.basename(file, ".sol")}.${scope}:${operator}`;
        const count = (counts.get(name) ?? 0) + 1;
        counts.set(name, count);
        const line = bytes.subarray(0, change.start).toString("utf8").split("\n").length;
        const texts = { original: oneLine(original), replacement: oneLine(change.text) };
        mutants.push({ id: `${name}:${count}`, ...place, operator, change, line, ...texts });
      }
    }
  });
  return mutants;
}

/** The source with the mutant in it. */
export function applyChange(source: string, { start, end, text }: Change): string {
  const bytes = Buffer.from(source, "utf8");
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(text, "utf8"), bytes.subarray(end)]).toString("utf8");
}
