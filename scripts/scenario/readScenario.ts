import { readFileSync } from "node:fs";
import { parseScenario } from "./parseScenario";
import { ScenarioError } from "./ScenarioError";
import type { Scenario } from "./types";

/** Reads and checks a scenario file. Throws {@link ScenarioError}. */
export function readScenario(file: string): Scenario {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const reason = code === "ENOENT" ? "there is no such file" : `cannot be read (${code ?? String(cause)})`;
    throw new ScenarioError({ file, reason, cause });
  }
  return parseScenario({ file, text });
}
