import { z } from "zod";
import { compileStandardJson } from "../toolchain/npmSolc";
import type { AstNode } from "./ast";
import type { Sources } from "./readSources";

/** A contract by its source and name. */
export interface ContractName {
  source: string;
  name: string;
}

export interface Compiled {
  /** Code that creates the contract, by "source:name"; without the hash of the sources at the end. */
  code: Map<string, string>;
  /** The sources that a contract's code comes from, by "source:name". */
  origins: Map<string, string[]>;
  ast: Map<string, AstNode>;
}

/** The sources do not compile. */
export class CompileError extends Error {}

const outputSchema = z.object({
  errors: z.array(z.object({ severity: z.string(), formattedMessage: z.string() })).default([]),
  sources: z.record(z.string(), z.object({ id: z.number(), ast: z.custom<AstNode>().optional() })).default({}),
  contracts: z
    .record(
      z.string(),
      z.record(
        z.string(),
        z.object({
          evm: z.object({
            bytecode: z.object({ object: z.string(), sourceMap: z.string().optional() }),
            deployedBytecode: z.object({ sourceMap: z.string().optional() }).optional(),
          }),
        }),
      ),
    )
    .default({}),
});

/** "contracts/staking/StakeWeight.sol:StakeWeight". */
export function qualifiedName({ source, name }: ContractName): string {
  return `${source}:${name}`;
}

/** The files named in a source map, entries of "start:length:file:jump:depth" in which an empty field repeats the last. */
function filesOf(sourceMap: string): number[] {
  const files = sourceMap.split(";").map((entry) => entry.split(":")[2]);
  return [...new Set(files.filter((file) => file !== undefined && file !== "").map(Number))];
}

/** Compiles these contracts, or with `analyze` tells the syntax trees and where each contract's code comes from. */
export function compile(options: {
  sources: Sources;
  contracts: readonly ContractName[];
  /** Without the optimizer it takes a third of the time. */
  optimize: boolean;
  analyze?: boolean;
}): Compiled {
  const { sources, contracts, optimize, analyze = false } = options;
  const maps = ["evm.bytecode.sourceMap", "evm.deployedBytecode.sourceMap"];
  const outputs = ["evm.bytecode.object", ...(analyze ? maps : [])];
  const outputSelection: Record<string, Record<string, string[]>> = analyze ? { "*": { "": ["ast"] } } : {};
  for (const { source, name } of contracts) (outputSelection[source] ??= {})[name] = outputs;
  const input = {
    language: "Solidity",
    sources: Object.fromEntries([...sources].map(([name, content]) => [name, { content }])),
    settings: {
      evmVersion: "prague",
      optimizer: { enabled: optimize, runs: 400 },
      metadata: { appendCBOR: false },
      outputSelection,
    },
  };
  const output = outputSchema.parse(JSON.parse(compileStandardJson(JSON.stringify(input))));
  const error = output.errors.find(({ severity }) => severity === "error");
  if (error) throw new CompileError(error.formattedMessage);

  const names = new Map(Object.entries(output.sources).map(([name, { id }]) => [id, name]));
  const compiled: Compiled = { code: new Map(), origins: new Map(), ast: new Map() };
  for (const contract of contracts) {
    const { bytecode, deployedBytecode } = output.contracts[contract.source]![contract.name]!.evm;
    compiled.code.set(qualifiedName(contract), `0x${bytecode.object}`);
    const files = filesOf(`${bytecode.sourceMap ?? ""};${deployedBytecode?.sourceMap ?? ""}`);
    compiled.origins.set(
      qualifiedName(contract),
      files.map((id) => names.get(id)).filter((name) => name !== undefined),
    );
  }
  for (const [name, { ast }] of Object.entries(output.sources)) if (ast) compiled.ast.set(name, ast);
  return compiled;
}
