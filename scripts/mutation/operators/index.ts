import { assignment, increment } from "./assignments";
import { arithmetic, bitwise, boundary, logical, negation, ternary } from "./expressions";
import { literal } from "./literals";
import { rounding } from "./rounding";
import type { Operator } from "./Site";
import { assembly, call, condition, event, guard, loop, returnValue, write } from "./statements";

/** Every mutation operator by the name that stands in the ids of its mutants. */
export const operators: Readonly<Record<string, Operator>> = {
  arithmetic,
  assembly,
  assignment,
  bitwise,
  boundary,
  call,
  condition,
  event,
  guard,
  increment,
  literal,
  logical,
  loop,
  negation,
  return: returnValue,
  rounding,
  ternary,
  write,
};
