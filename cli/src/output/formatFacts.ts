import type { Colors } from "./colorsFor.js";

/** A name and its value; undefined if there is none. */
export type Fact = readonly [name: string, value: string | undefined];

/** Names and values, one line each; empty values are left out. */
export function formatFacts(facts: readonly Fact[], colors: Colors): string {
  const known = facts.filter((fact): fact is readonly [string, string] => fact[1] !== undefined);
  const width = Math.max(...known.map(([name]) => name.length));
  return known.map(([name, value]) => `  ${colors.dim(name.padEnd(width))}  ${value}`).join("\n");
}
