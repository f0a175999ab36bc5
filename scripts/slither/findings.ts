import { z } from "zod";

interface Named {
  type: string;
  name: string;
  type_specific_fields?: { parent?: Named | undefined } | undefined;
}

const named: z.ZodType<Named> = z.lazy(() =>
  z.object({
    type: z.string(),
    name: z.string(),
    type_specific_fields: z.object({ parent: named.optional() }).optional(),
  }),
);

const schema = z.object({
  success: z.literal(true),
  results: z.object({
    detectors: z
      .array(z.object({ check: z.string(), description: z.string(), elements: z.array(named).min(1) }))
      .default([]),
  }),
});

export interface Finding {
  detector: string;
  /** Contract and function or state variable: "NodeSeats._release". */
  place: string;
  description: string;
}

/** From the outermost to the one that is meant, without what lies inside of a function. */
function placeOf(element: Named): string {
  const path: Named[] = [];
  for (let next: Named | undefined = element; next; next = next.type_specific_fields?.parent) path.unshift(next);
  const inside = path.findIndex(({ type }) => type === "function");
  return (inside === -1 ? path : path.slice(0, inside + 1)).map(({ name }) => name).join(".");
}

/** What Slither's JSON tells, by the first place that each finding names. */
export function parseFindings(output: string): Finding[] {
  return schema.parse(JSON.parse(output)).results.detectors.map(({ check, description, elements }) => ({
    detector: check,
    place: placeOf(elements[0]!),
    description: description.trim(),
  }));
}
