import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { MutantResult } from "./Results";

const file = path.join(__dirname, "..", "..", "docs", "records", "survivors.json");

const schema = z.record(z.string(), z.object({ change: z.string(), reason: z.string().min(1) }));

/** Why mutants that no test can kill are equivalent to the original, by their ids. */
export type Explanations = z.infer<typeof schema>;

export function readExplanations(): Explanations {
  return schema.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** Explanations of what is not there any more, is another change by now, or has been killed. */
export function staleExplanations(options: {
  explanations: Explanations;
  /** Every mutant of the targets that were run, with the result if it was tried. */
  mutants: ReadonlyMap<string, { change: string; status?: MutantResult["status"] }>;
  /** Whether a mutant of this id would be one of those targets'. */
  concerns: (id: string) => boolean;
}): string[] {
  const { explanations, mutants, concerns } = options;
  return Object.entries(explanations).flatMap(([id, { change }]) => {
    if (!concerns(id)) return [];
    const mutant = mutants.get(id);
    if (!mutant) return [`${id}: there is no such mutant`];
    if (mutant.change !== change) return [`${id}: the mutant is now ${mutant.change}`];
    const isAlive = mutant.status === undefined || mutant.status === "survived";
    return isAlive ? [] : [`${id}: the mutant is ${mutant.status!}`];
  });
}
