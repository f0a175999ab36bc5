import { compileStandardJson } from "../../scripts/toolchain/npmSolc";
import type { AstNode } from "../../scripts/mutation/ast";
import { findMutants, type Mutant } from "../../scripts/mutation/findMutants";

/** The syntax tree of one source. */
export function parse(source: string): AstNode {
  const input = {
    language: "Solidity",
    sources: { "Sample.sol": { content: source } },
    settings: { outputSelection: { "*": { "": ["ast"] } } },
  };
  const output = JSON.parse(compileStandardJson(JSON.stringify(input))) as {
    errors?: { severity: string; formattedMessage: string }[];
    sources: Record<string, { ast: AstNode }>;
  };
  const error = output.errors?.find(({ severity }) => severity === "error");
  if (error) throw new Error(error.formattedMessage);
  return output.sources["Sample.sol"]!.ast;
}

/** A contract with these members; its comment has characters of several bytes. */
export function sampleContract(members: string): string {
  return `// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// Σ of a · b
contract Sample {
  event Changed();
  error Wrong();
  uint256 stored;
  uint256[] list;
  modifier onlyOwner() { _; }
  ${members}
}`;
}

export function mutantsIn(source: string): Mutant[] {
  return findMutants({ file: "contracts/Sample.sol", source, ast: parse(source) });
}

/** What an operator makes of the body of a function with the parameters `a`, `b` and `c`. */
export function changesOf(operator: string, body: string): string[] {
  const parameters = "uint256 a, uint256 b, bool c";
  const source = sampleContract(`function f(${parameters}) external onlyOwner returns (uint256 result) { ${body} }`);
  return mutantsIn(source)
    .filter((mutant) => mutant.operator === operator && mutant.scope === "f")
    .map(({ original, replacement }) => `${original} → ${replacement}`);
}
