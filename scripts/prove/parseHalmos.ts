import { z } from "zod";
import type { Proof } from "./record";

const schema = z.object({
  test_results: z.record(z.string(), z.array(z.object({ name: z.string(), exitcode: z.number() }))),
});

/** What halmos's JSON tells. A statement that it gave up on, or cut a loop of, is not proved. */
export function parseHalmos(output: string): { proofs: Proof[]; failures: string[] } {
  const results = Object.entries(schema.parse(JSON.parse(output)).test_results).flatMap(([suite, tests]) =>
    tests.map((test) => ({ ...test, file: suite.slice(0, suite.lastIndexOf(":")) })),
  );
  return {
    proofs: results
      .filter(({ exitcode }) => exitcode === 0)
      .map(({ file, name }) => ({ file, statement: name.slice(0, name.indexOf("(")) })),
    failures: results.filter(({ exitcode }) => exitcode !== 0).map(({ file, name }) => `${file}: ${name}`),
  };
}
