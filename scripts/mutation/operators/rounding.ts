import { childOf, childrenOf, textOf, typeOf } from "../ast";
import { becomes, type Change, type Operator, type Site, sourceOf } from "./Site";

const COUNTERPARTS: Record<string, string> = { Floor: "Ceil", Ceil: "Floor", Expand: "Trunc", Trunc: "Expand" };

/** `a / b` of whole numbers, rounded up. */
function divisionUp(site: Site): Change[] {
  const { node } = site;
  const left = childOf(node, "leftExpression");
  const right = childOf(node, "rightExpression");
  const divides = node.nodeType === "BinaryOperation" && textOf(node, "operator") === "/";
  if (!divides || !left || !right || !/^uint\d+$/.test(typeOf(node))) return [];
  const divisor = sourceOf(site, right);
  return becomes(node, `((${sourceOf(site, left)} + ${divisor} - 1) / ${divisor})`);
}

function callOfMath(site: Site): Change[] {
  const { node } = site;
  const callee = childOf(node, "expression");
  if (node.nodeType !== "FunctionCall" || callee?.nodeType !== "MemberAccess") return [];
  const library = childOf(callee, "expression");
  if (textOf(library, "name") !== "Math") return [];
  const given = childrenOf(node, "arguments").map((argument) => sourceOf(site, argument));
  const call = (name: string, ...args: string[]) => `Math.${name}(${args.join(", ")})`;
  switch (textOf(callee, "memberName")) {
    case "ceilDiv":
      return becomes(node, `((${given[0]!}) / (${given[1]!}))`);
    case "mulDiv":
      return given.length === 3 ? becomes(node, call("mulDiv", ...given, "Math.Rounding.Ceil")) : [];
    case "sqrt":
      return given.length === 1 ? becomes(node, call("sqrt", ...given, "Math.Rounding.Ceil")) : [];
    case "min":
      return becomes(node, call("max", ...given));
    case "max":
      return becomes(node, call("min", ...given));
    default:
      return [];
  }
}

function direction(site: Site): Change[] {
  const { node } = site;
  const counterpart = COUNTERPARTS[textOf(node, "memberName")];
  const isRounding = node.nodeType === "MemberAccess" && typeOf(node) === "enum Math.Rounding";
  return isRounding && counterpart !== undefined ? becomes(node, `Math.Rounding.${counterpart}`) : [];
}

/** What was rounded down is rounded up, and the reverse; the lesser of two becomes the greater. */
export const rounding: Operator = (site) => [...divisionUp(site), ...callOfMath(site), ...direction(site)];
