import type { JsonFragmentType } from "ethers";
import { declaredName, type Declaration, type ProductSource } from "./readProduct";
import { docComment } from "./docComment";

/** A name without the contract that declares it: "IStakeWeight.State" is "State". */
function shortName(canonicalName: string): string {
  return canonicalName.split(".").at(-1)!;
}

/** "State" as the name of the list of its values: "states". */
function listName(canonicalName: string): string {
  const name = shortName(canonicalName);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}Names`;
}

/** The TypeScript type of a value that is handed in (`given`) or comes back. */
export function typeOf(parameter: JsonFragmentType, given: boolean): string {
  const type = parameter.type!;
  const array = /^(.*)\[\d*\]$/.exec(type);
  if (array) {
    const element = typeOf(
      { ...parameter, type: array[1]!, internalType: parameter.internalType?.replace(/\[\d*\]$/, "") },
      given,
    );
    return given ? `readonly (${element})[]` : `${element}[]`;
  }
  const declared = declaredName(parameter);
  if (declared) return `types.${shortName(declared.canonicalName)}`;
  if (/^u?int/.test(type)) return given ? "bigint | number" : "bigint";
  if (type === "bool") return "boolean";
  return "string";
}

/** All enumerations and structs of the contract's functions, events and errors, the inner ones first. */
export function declaredTypes({
  abi,
  declarations,
}: ProductSource): { parameter: JsonFragmentType; declaration: Declaration }[] {
  const found = new Map<string, { parameter: JsonFragmentType; declaration: Declaration }>();
  const visit = (parameter: JsonFragmentType): void => {
    parameter.components?.forEach(visit);
    const declared = declaredName(parameter);
    if (!declared || found.has(declared.canonicalName)) return;
    const declaration = declarations.get(declared.canonicalName);
    if (!declaration) throw new Error(`no declaration of ${declared.canonicalName}`);
    found.set(declared.canonicalName, { parameter, declaration });
  };
  for (const fragment of abi) {
    if (fragment.type === "constructor") continue;
    fragment.inputs?.forEach(visit);
    fragment.outputs?.forEach(visit);
  }
  const all = [...found.values()];
  const names = all.map(({ declaration }) => shortName(declaration.canonicalName));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`two types are called ${twice}`);
  return all;
}

/** The types of a contract: its enumerations as unions of their names, its structs as interfaces. */
export function renderTypes(source: ProductSource): string {
  const all = declaredTypes(source);
  const texts = all.map(({ parameter, declaration }) =>
    parameter.type!.startsWith("tuple") ? renderStruct(parameter, declaration) : renderEnum(declaration),
  );
  return texts.length === 0 ? "export {};\n" : texts.join("\n");
}

function renderEnum({ canonicalName, notice, members }: Declaration): string {
  const described = members.filter(({ doc }) => doc !== "").map(({ name, doc }) => `- \`${name}\`: ${doc}`);
  return [
    `/** The names of {@link ${shortName(canonicalName)}}, in the order of their numbers. */`,
    `export const ${listName(canonicalName)} = ${JSON.stringify(members.map(({ name }) => name))} as const;\n`,
    docComment([notice, described.join("\n")]),
    `export type ${shortName(canonicalName)} = (typeof ${listName(canonicalName)})[number];\n`,
  ].join("\n");
}

function renderStruct(parameter: JsonFragmentType, { canonicalName, notice, members }: Declaration): string {
  const fields = parameter.components!.map((component) => {
    const doc = members.find(({ name }) => name === component.name)?.doc ?? "";
    const type = typeOf(component, false).replaceAll("types.", "");
    return [docComment([doc], "  "), `  ${component.name!}: ${type};`].filter(Boolean).join("\n");
  });
  return [docComment([notice]), `export interface ${shortName(canonicalName)} {`, ...fields, "}\n"]
    .filter(Boolean)
    .join("\n");
}

/** The contract's enumerations, by the type that the ABI names. */
export function renderEnums(source: ProductSource): string {
  const entries = declaredTypes(source)
    .filter(({ parameter }) => !parameter.type!.startsWith("tuple"))
    .map(({ declaration: { canonicalName } }) => `"enum ${canonicalName}": types.${listName(canonicalName)}`);
  return `{ ${entries.join(", ")} }`;
}
