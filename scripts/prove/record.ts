import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const root = path.join(__dirname, "..", "..");
const file = path.join(root, "docs", "records", "proofs.json");
const folder = "test/symbolic";

/** Of foundry.toml: how the statements are compiled. */
export const profile = "symbolic";

const hash = z.string().regex(/^0x[0-9a-f]{64}$/);

const proof = z.strictObject({
  file: z.string().endsWith(".t.sol"),
  statement: z.string().startsWith("check_"),
});

const schema = z.strictObject({
  command: z.string().min(1),
  version: z.string().min(1),
  contracts: z.array(z.string()).min(1),
  codeHash: hash,
  /** Of the files of statements with what they import from the tests, and of the profile that compiled them. */
  sourceHash: hash,
  profileHash: hash,
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

/** The files that state what is proved, by path. */
export function provedFiles(): string[] {
  const files = readdirSync(path.join(root, folder)).filter((name) => name.endsWith(".t.sol"));
  return files.map((name) => path.posix.join(folder, name)).sort();
}
