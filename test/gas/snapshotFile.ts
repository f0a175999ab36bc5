import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const file = path.join(__dirname, "snapshot.json");
const schema = z.record(z.string(), z.number().int().positive());

/** The committed gas costs, by operation. */
export function readSnapshot(): Record<string, number> {
  return schema.parse(JSON.parse(readFileSync(file, "utf8")));
}

export function writeSnapshot(costs: Record<string, number>): void {
  writeFileSync(file, `${JSON.stringify(costs, null, 2)}\n`);
}
