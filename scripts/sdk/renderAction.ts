import { FunctionFragment, type JsonFragment, type JsonFragmentType } from "ethers";
import { docComment } from "./docComment";
import { actionName, valueName } from "./products";
import type { FunctionDoc, ProductSource } from "./readProduct";
import { typeOf } from "./renderTypes";

/** What functions of the same name are called. */
const overloads = new Map([["quorumNumerator(uint256)", "quorumNumeratorAt"]]);

/** What only a contract calls, or an implementation once. */
const leftOut = /^(initialize|onERC\w+Received)$/;

export interface Action {
  name: string;
  text: string;
}

/** One action per function that people and programs call. */
export function renderActions(source: ProductSource): Action[] {
  const functions = source.abi.filter(({ type, name }) => type === "function" && !leftOut.test(name!));
  const actions = functions.map((fragment) => renderAction(source, fragment));
  const names = actions.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`two functions of ${source.product.name} are called ${twice}`);
  return actions;
}

function renderAction(source: ProductSource, fragment: JsonFragment): Action {
  const signature = FunctionFragment.from(fragment).format();
  const name = overloads.get(signature) ?? actionName(fragment.name!);
  const contract = valueName(source.product.name);
  const inputs = (fragment.inputs ?? []).map((input, index) => ({ ...input, name: optionName(nameOf(input, index)) }));
  const isRead = fragment.stateMutability === "view" || fragment.stateMutability === "pure";
  const result = resultType(fragment.outputs ?? []);
  const parameters = [
    "connection: Connection",
    ...(inputs.length === 0
      ? []
      : [`options: { ${inputs.map((input) => `${input.name}: ${typeOf(input, true)}`).join("; ")} }`]),
  ];
  const values = inputs.map(({ name: input }) => `options.${input}`).join(", ");
  const body = `${isRead ? "read" : "prepare"}(connection, ${contract}, "${signature}", [${values}])`;
  const doc = docComment(paragraphs(source.docs.get(signature), inputs, fragment));
  const text = [
    isRead
      ? 'import { read } from "../../../contract/read.js";'
      : 'import { prepare } from "../../../contract/prepare.js";',
    ...(isRead ? [] : ['import type { Call } from "../../../contract/Call.js";']),
    'import type { Connection } from "../../../connection/Connection.js";',
    `import { ${contract} } from "./contract.js";`,
    ...(parameters.join().includes("types.") || result.includes("types.")
      ? ['import type * as types from "./types.js";']
      : []),
    "",
    doc,
    `export function ${name}(${parameters.join(", ")}): ${isRead ? `Promise<${result}>` : `Call<${result}>`} {`,
    `  return ${body};`,
    "}",
    "",
  ].filter((line, index) => line !== "" || index > 2);
  return { name, text: text.join("\n") };
}

function nameOf(input: JsonFragmentType, index: number): string {
  return input.name === undefined || input.name === "" ? `argument${index}` : input.name;
}

/** Without the underscore at the end that keeps a parameter apart from a function of the same name: "isCertified_". */
function optionName(parameter: string): string {
  return parameter.replace(/_+$/, "");
}

/** Nothing, the value, or an object of the named values. */
function resultType(outputs: readonly JsonFragmentType[]): string {
  if (outputs.length === 0) return "void";
  if (outputs.length === 1) return typeOf(outputs[0]!, false);
  return `{ ${outputs.map((output, index) => `${nameOf(output, index)}: ${typeOf(output, false)}`).join("; ")} }`;
}

function paragraphs(doc: FunctionDoc | undefined, inputs: JsonFragmentType[], fragment: JsonFragment): string[] {
  const { notice = "", details = "", params: documented = {}, returns = {} } = doc ?? {};
  const params = Object.fromEntries(Object.entries(documented).map(([name, text]) => [optionName(name), text]));
  const described = inputs
    .filter(({ name }) => params[name!])
    .map(({ name }) => `@param options.${name!} - ${params[name!]!}`);
  const returned = Object.entries(returns).map(([name, text]) =>
    (fragment.outputs ?? []).length > 1 && !/^_\d+$/.test(name) ? `\`${name}\`: ${text}` : text,
  );
  return [
    notice === "" && details === "" && returned.length === 0 ? `\`${fragment.name!}\` of the contract.` : notice,
    details,
    [...described, ...(returned.length === 0 ? [] : [`@returns ${returned.join(" ")}`])].join("\n"),
  ];
}
