import { readdirSync } from "node:fs";
import path from "node:path";
import { filesHash } from "../records/sourceHash";

const root = path.join(__dirname, "..", "..");
const own = "scripts/simulation";

/** What lives and what it is compared with, with the references of nodes and wallets; how it is shown is no part of it. */
const parts = [
  ...["Simulation.ts", "runSimulation.ts", "GasLog.ts", "Random.ts"].map((file) => `${own}/${file}`),
  ...["chain", "checks", "model", "nodes", "stakers", "wallets"].map((folder) => `${own}/${folder}`),
  "scripts/performance",
  "scripts/wallets",
];

/** The files that decide what a run does and finds, by their paths from the root. */
export function simulationSources(): string[] {
  const files = parts.flatMap((part) => {
    if (part.endsWith(".ts")) return part;
    const names = readdirSync(path.join(root, part), { recursive: true }) as string[];
    return names.filter((name) => name.endsWith(".ts")).map((name) => path.posix.join(part, name));
  });
  return files.sort();
}

/** Hash of the simulation's own code. */
export const simulationHash = (): string => filesHash(simulationSources());
