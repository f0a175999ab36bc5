import type { FigureRecord } from "../figures/FigureRecord";
import { withSection } from "../figures/section";
import { codeHash } from "../records/codeHash";
import { functionsOf, profileHash, sourceHash } from "../records/sourceHash";
import { pinnedVersion } from "../slither/python";
import { profile, type ProofsRecord, provedContracts, provedFiles, readProofsRecord } from "./record";

const document = "docs/verification.md";

/** Each statement that is proved. */
export function renderProofs(record: ProofsRecord): string {
  const rows = record.proofs.map(({ file, statement }) => `| \`${file}\` | \`${statement}\` |`);
  return ["| file | statement |", "| --- | --- |", ...rows].join("\n");
}

/** What the proofs depend on, as it is now. */
export interface Present extends Pick<ProofsRecord, "version" | "codeHash" | "sourceHash" | "profileHash"> {
  /** The statements of test/symbolic. */
  statements: readonly string[];
}

export function present(): Present {
  const files = provedFiles();
  return {
    version: pinnedVersion("halmos"),
    codeHash: codeHash(provedContracts),
    sourceHash: sourceHash(files),
    profileHash: profileHash(profile),
    statements: functionsOf(files).filter((name) => name.startsWith("check_")),
  };
}

/** What has changed since it was proved. */
export function staleProofs(record: ProofsRecord, now: Present): string[] {
  const proved = record.proofs.map(({ statement }) => statement);
  return [
    ...(record.version === now.version ? [] : [`proved by halmos ${record.version}, ${now.version} is pinned`]),
    ...(record.codeHash === now.codeHash
      ? []
      : [`what ${record.contracts.join(", ")} run has changed since it was proved`]),
    ...(record.sourceHash === now.sourceHash ? [] : ["the statements have changed since they were proved"]),
    ...(record.profileHash === now.profileHash ? [] : [`proved with another profile.${profile} of foundry.toml`]),
    ...proved.filter((name) => !now.statements.includes(name)).map((name) => `${name} is proved, but not stated`),
    ...now.statements.filter((name) => !proved.includes(name)).map((name) => `${name} is stated, but not proved`),
  ];
}

export const proofsFigure: FigureRecord = {
  name: "proofs",
  command: "npm run prove",
  stale: () => staleProofs(readProofsRecord(), present()),
  render: (read) => new Map([[document, withSection(read(document), "proofs", renderProofs(readProofsRecord()))]]),
};
