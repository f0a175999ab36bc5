import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const file = path.join(__dirname, "..", "..", "docs", "records", "proofs.json");

const proof = z.strictObject({
  file: z.string().endsWith(".t.sol"),
  statement: z.string().startsWith("check_"),
  /** Ways through the code that were followed. */
  paths: z.number().int().positive(),
});

const schema = z.strictObject({
  command: z.string().min(1),
  version: z.string().min(1),
  contracts: z.array(z.string()).min(1),
  codeHash: z.string().regex(/^0x[0-9a-f]{64}$/),
  proofs: z.array(proof).min(1),
});

export type Proof = z.infer<typeof proof>;
export type ProofsRecord = z.infer<typeof schema>;

/** The deployed contracts whose words, lines, medians and seats the statements are about. */
export const provedContracts = ["StakeWeight", "NodeRegistry", "PerformanceOracle", "WalletRewards"] as const;

/** What was proved last. */
export function readProofsRecord(): ProofsRecord {
  return schema.parse(JSON.parse(readFileSync(file, "utf8")));
}

export function writeProofsRecord(record: ProofsRecord): void {
  writeFileSync(file, `${JSON.stringify(schema.parse(record), null, 2)}\n`);
}
