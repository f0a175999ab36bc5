import type { Result } from "ethers";
import { InvalidValueError } from "../errors/InvalidValueError.js";
import type { AbiParameter, ContractDefinition } from "./ContractDefinition.js";
import { entryOf, interfaceOf } from "./interfaceOf.js";

/** The data of a call; values of enumerations by their names. Throws {@link InvalidValueError}. */
export function encodeCall(contract: ContractDefinition, signature: string, args: readonly unknown[]): string {
  const { inputs = [] } = entryOf(contract, "function", signature);
  const values = inputs.map((input, index) => toAbi(contract, input, args[index]));
  try {
    return interfaceOf(contract).encodeFunctionData(signature, values);
  } catch (cause) {
    throw InvalidValueError.from(cause, signature);
  }
}

/** What a function returned: nothing, its value, or an object of its named values. */
export function decodeResult(contract: ContractDefinition, signature: string, data: string): unknown {
  const { outputs = [] } = entryOf(contract, "function", signature);
  const result = interfaceOf(contract).decodeFunctionResult(signature, data);
  if (outputs.length === 0) return undefined;
  return outputs.length === 1 ? fromAbi(contract, outputs[0]!, result[0]) : namedValues(contract, outputs, result);
}

/** The values of a tuple, an event or an error by their names: plain objects, arrays, the names of enumerations. */
export function namedValues(
  contract: ContractDefinition,
  parameters: readonly AbiParameter[],
  values: Result,
): Record<string, unknown> {
  return Object.fromEntries(
    parameters.map((parameter, index) => [
      parameter.name === undefined || parameter.name === "" ? `argument${index}` : parameter.name,
      fromAbi(contract, parameter, values[index]),
    ]),
  );
}

function fromAbi(contract: ContractDefinition, parameter: AbiParameter, value: unknown): unknown {
  const element = elementOf(parameter);
  if (element) return Array.from(value as Result, (each: unknown) => fromAbi(contract, element, each));
  if (parameter.components) return namedValues(contract, parameter.components, value as Result);
  const names = enumOf(contract, parameter);
  return names ? names[Number(value)] : value;
}

function toAbi(contract: ContractDefinition, parameter: AbiParameter, value: unknown): unknown {
  const element = elementOf(parameter);
  if (element) {
    if (!Array.isArray(value)) throw new InvalidValueError(parameter.name ?? "", value, "a list");
    return value.map((each: unknown) => toAbi(contract, element, each));
  }
  if (parameter.components) {
    const fields = value as Record<string, unknown>;
    return parameter.components.map((component) => toAbi(contract, component, fields[component.name!]));
  }
  const names = enumOf(contract, parameter);
  if (!names) return value;
  const index = names.indexOf(value as string);
  if (index === -1) throw new InvalidValueError(parameter.name ?? "", value, `one of ${names.join(", ")}`);
  return index;
}

/** What an array is made of; undefined if it is none. */
function elementOf(parameter: AbiParameter): AbiParameter | undefined {
  const match = /^(.*)\[\d*\]$/.exec(parameter.type);
  if (!match) return undefined;
  const internalType = parameter.internalType?.replace(/\[\d*\]$/, "");
  return { ...parameter, type: match[1]!, ...(internalType === undefined ? {} : { internalType }) };
}

function enumOf({ enums }: ContractDefinition, { internalType }: AbiParameter): readonly string[] | undefined {
  return internalType === undefined ? undefined : enums[internalType];
}
