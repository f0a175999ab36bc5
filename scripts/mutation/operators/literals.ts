import { textOf } from "../ast";
import { becomes, type Operator, parentOf, sourceOf } from "./Site";

/** Hexadecimal numbers keep their length, so that they keep their type. */
function format(value: bigint, like: string): string {
  return like.startsWith("0x") ? `0x${value.toString(16).padStart(like.length - 2, "0")}` : value.toString();
}

/** `n` becomes `n + 1` and `n - 1`. */
export const literal: Operator = (site) => {
  const { node } = site;
  const isNumber = node.nodeType === "Literal" && textOf(node, "kind") === "number";
  // The length in the name of a type is no number that the code computes with.
  if (!isNumber || parentOf(site)?.nodeType === "ArrayTypeName") return [];
  const [number, ...unit] = sourceOf(site, node).split(/\s+/);
  const digits = number!.replaceAll("_", "");
  if (!/^(0x[0-9a-f]+|\d+)$/i.test(digits)) return [];
  const value = BigInt(digits);
  const values = value === 0n ? [1n] : [value + 1n, value - 1n];
  return becomes(node, ...values.map((other) => [format(other, digits), ...unit].join(" ")));
};
