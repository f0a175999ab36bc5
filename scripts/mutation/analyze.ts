import { readFileSync } from "node:fs";
import path from "node:path";
import { type CallersOf, readCallers } from "./callersOf";
import { compile, type ContractName, qualifiedName } from "./compile";
import { findMutants, type Mutant } from "./findMutants";
import { readSources, type Sources } from "./readSources";
import { deployables, type Target } from "./targets";

/** What is to be known of the contracts before anything is mutated. */
export interface Analysis {
  sources: Sources;
  contracts: readonly ContractName[];
  callersOf: CallersOf;
  mutantsOf: (target: Target) => Mutant[];
  /** The contracts whose code comes from a file, in part. */
  contractsWith: (file: string) => ContractName[];
  /** The line that a mutant changes, as it is written. */
  lineOf: (mutant: Mutant) => string;
}

export function analyze(
  root: string,
  targets: readonly Target[],
  contracts: readonly ContractName[] = deployables,
): Analysis {
  const files = targets.flatMap((target) => target.files);
  const sources = readSources(root, [...new Set([...contracts.map(({ source }) => source), ...files])]);
  const { ast, origins } = compile({ sources, contracts, optimize: false, analyze: true });
  return {
    sources,
    contracts,
    callersOf: readCallers([...ast].filter(([name]) => name.startsWith("contracts/")).map(([, tree]) => tree)),
    mutantsOf: (target) =>
      target.files.flatMap((file) => findMutants({ file, source: sources.get(file)!, ast: ast.get(file)! })),
    contractsWith: (file) => contracts.filter((contract) => origins.get(qualifiedName(contract))!.includes(file)),
    lineOf: ({ file, line }) => readFileSync(path.join(root, file), "utf8").split("\n")[line - 1]!.trim(),
  };
}
