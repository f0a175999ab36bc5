import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Finding } from "./findings";

/** In place of the places: the detector is not run, as slither.config.json has it. */
export const everywhere = "everywhere";

const schema = z.array(
  z.strictObject({
    detector: z.string().min(1),
    /** How often it finds something, by place. */
    places: z.union([z.literal(everywhere), z.record(z.string().min(1), z.number().int().positive())]),
    reason: z.string().min(1),
  }),
);

export type Accepted = z.infer<typeof schema>;

/** The findings that are none, with the reason for each. */
export function readAccepted(): Accepted {
  return schema.parse(JSON.parse(readFileSync(path.join(__dirname, "accepted.json"), "utf8")));
}

export interface Comparison {
  /** Findings of places with more than are accepted: which of them is new, only a reader can tell. */
  unaccepted: Finding[];
  /** Where less is found than is accepted. */
  stale: string[];
}

export function compareFindings(findings: readonly Finding[], accepted: Accepted): Comparison {
  const keyOf = ({ detector, place }: Finding) => `${detector}: ${place}`;
  const foundAt = (key: string) => findings.filter((finding) => keyOf(finding) === key).length;
  const counts = new Map<string, number>(
    accepted.flatMap(({ detector, places }) =>
      places === everywhere
        ? []
        : Object.entries(places).map(([place, count]) => [`${detector}: ${place}`, count] as const),
    ),
  );
  return {
    unaccepted: findings.filter((finding) => foundAt(keyOf(finding)) > (counts.get(keyOf(finding)) ?? 0)),
    stale: [...counts]
      .filter(([key, count]) => foundAt(key) < count)
      .map(([key, count]) => `${key}: ${count} accepted, ${foundAt(key)} found`),
  };
}

/** The table of docs/slither.md, with the number of findings where there are several. */
export function renderAccepted(accepted: Accepted): string {
  const rows = accepted.map(({ detector, places, reason }) => {
    const named =
      places === everywhere
        ? places
        : Object.entries(places)
            .map(([place, count]) => `\`${place}\`${count === 1 ? "" : ` (${count})`}`)
            .join(", ");
    return `| \`${detector}\` | ${named} | ${reason} |`;
  });
  return ["| detector | places | reason |", "| --- | --- | --- |", ...rows].join("\n");
}
