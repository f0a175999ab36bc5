import type { FigureRecord } from "../figures/FigureRecord";
import { withSection } from "../figures/section";
import { codeHash } from "../records/codeHash";
import { type ProofsRecord, provedContracts, readProofsRecord } from "./record";

const document = "docs/verification.md";

/** Each statement that is proved, and how many ways through the code the proof followed. */
export function renderProofs(record: ProofsRecord): string {
  const rows = record.proofs.map(({ file, statement, paths }) => `| \`${file}\` | \`${statement}\` | ${paths} |`);
  return ["| file | statement | paths |", "| --- | --- | ---: |", ...rows].join("\n");
}

export function staleProofs(record: ProofsRecord, hash: string): string[] {
  return record.codeHash === hash ? [] : [`what ${record.contracts.join(", ")} run has changed since it was proved`];
}

export const proofsFigure: FigureRecord = {
  name: "proofs",
  command: "npm run prove",
  stale: () => staleProofs(readProofsRecord(), codeHash(provedContracts)),
  render: (read) => new Map([[document, withSection(read(document), "proofs", renderProofs(readProofsRecord()))]]),
};
