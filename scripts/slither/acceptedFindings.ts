import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Finding } from "./findings";

const schema = z.array(
  z.strictObject({
    detector: z.string().min(1),
    places: z.array(z.string().min(1)).min(1),
    reason: z.string().min(1),
  }),
);

export type Accepted = z.infer<typeof schema>;

/** In place of a list of places: the detector is not run, as slither.config.json has it. */
export const everywhere = "everywhere";

/** The findings that are none, with the reason for each. */
export function readAccepted(): Accepted {
  return schema.parse(JSON.parse(readFileSync(path.join(__dirname, "accepted.json"), "utf8")));
}

export interface Comparison {
  /** Findings that nobody has accepted. */
  unaccepted: Finding[];
  /** What is accepted and no longer found, as "detector: place". */
  stale: string[];
}

export function compareFindings(findings: readonly Finding[], accepted: Accepted): Comparison {
  const keys = accepted.flatMap(({ detector, places }) =>
    places.filter((place) => place !== everywhere).map((place) => `${detector}: ${place}`),
  );
  const found = findings.map(({ detector, place }) => `${detector}: ${place}`);
  return {
    unaccepted: findings.filter((_, index) => !keys.includes(found[index]!)),
    stale: keys.filter((key) => !found.includes(key)),
  };
}

/** The table of docs/slither.md. */
export function renderAccepted(accepted: Accepted): string {
  const rows = accepted.map(({ detector, places, reason }) => {
    const named = places.map((place) => (place === everywhere ? place : `\`${place}\``)).join(", ");
    return `| \`${detector}\` | ${named} | ${reason} |`;
  });
  return ["| detector | places | reason |", "| --- | --- | --- |", ...rows].join("\n");
}
