import { z } from "zod";
import type { DeepTest } from "./record";

const kind = z.union([
  z.object({ Invariant: z.object({ runs: z.number(), calls: z.number(), reverts: z.number() }) }),
  z.object({ Fuzz: z.object({ runs: z.number() }) }),
  z.object({ Unit: z.object({}) }),
]);
const result = z.object({ status: z.string(), reason: z.string().nullable(), kind });
const schema = z.record(z.string(), z.object({ test_results: z.record(z.string(), result) }));

export interface ForgeFile {
  file: string;
  tests: DeepTest[];
  /** What failed or was skipped, with the reason. */
  failures: string[];
}

function testOf(signature: string, of: z.infer<typeof kind>): DeepTest {
  const name = signature.slice(0, signature.indexOf("("));
  if ("Invariant" in of) {
    const { runs, calls, reverts } = of.Invariant;
    return { name, runs, calls, reverts };
  }
  return { name, runs: "Fuzz" in of ? of.Fuzz.runs : 1 };
}

/** What `forge test --json` tells of each file. */
export function parseForge(output: string): ForgeFile[] {
  return Object.entries(schema.parse(JSON.parse(output))).map(([suite, { test_results: results }]) => ({
    file: suite.slice(0, suite.lastIndexOf(":")),
    tests: Object.entries(results).map(([signature, { kind: of }]) => testOf(signature, of)),
    failures: Object.entries(results)
      .filter(([, { status }]) => status !== "Success")
      .map(([signature, { status, reason }]) => `${signature}: ${status}${reason === null ? "" : ` (${reason})`}`),
  }));
}
