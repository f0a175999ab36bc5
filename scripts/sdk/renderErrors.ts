import { declaredName, type ProductSource } from "./readProduct";

/** The errors alone of all contracts: whoever calls one contract is told of the others' errors without having all of their ABIs. */
export function renderErrors(sources: readonly ProductSource[]): string {
  const definitions = sources.map((source) => {
    const abi = source.abi.filter(({ type }) => type === "error");
    const enums = Object.fromEntries(
      abi
        .flatMap(({ inputs = [] }) => inputs)
        .flatMap((input) => {
          const declared = declaredName(input);
          if (declared?.kind !== "enum") return [];
          const declaration = source.declarations.get(declared.canonicalName);
          if (!declaration) throw new Error(`no declaration of ${declared.canonicalName}`);
          return [[`enum ${declared.canonicalName}`, declaration.members.map(({ name }) => name)]];
        }),
    );
    const { name } = source.product;
    return `${name}: ${JSON.stringify({ name, abi, enums })},`;
  });
  return [
    'import type { ContractDefinition } from "../contract/ContractDefinition.js";',
    'import type { ContractName } from "../deployments/Deployment.js";\n',
    "/** What each contract may refuse a call with; an error that several have is looked for in this order. */",
    `export const errorDefinitions: Readonly<Record<ContractName, ContractDefinition>> = {\n${definitions.join("\n")}\n};\n`,
  ].join("\n");
}
