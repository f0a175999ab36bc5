import { expect } from "chai";
import type { JsonFragment } from "ethers";
import type { ProductSource } from "../../scripts/sdk/readProduct";
import { renderActions } from "../../scripts/sdk/renderAction";
import { renderEnums, renderTypes } from "../../scripts/sdk/renderTypes";

const abi: JsonFragment[] = [
  {
    type: "function",
    name: "update",
    stateMutability: "nonpayable",
    inputs: [
      { name: "amount", type: "uint256" },
      { name: "names", type: "string[]", internalType: "string[]" },
    ],
    outputs: [],
  },
  {
    type: "function",
    name: "MAX_WEEKS",
    stateMutability: "view",
    inputs: [],
    outputs: [{ name: "", type: "uint256" }],
  },
  {
    type: "function",
    name: "listOf",
    stateMutability: "view",
    inputs: [{ name: "", type: "address" }],
    outputs: [
      {
        name: "entries",
        type: "tuple[]",
        internalType: "struct IThing.Entry[]",
        components: [{ name: "state", type: "uint8", internalType: "enum IThing.State" }],
      },
      { name: "count", type: "uint256" },
    ],
  },
  { type: "function", name: "initialize", stateMutability: "nonpayable", inputs: [], outputs: [] },
];

const source: ProductSource = {
  product: { name: "Thing", source: "Thing.sol" },
  abi,
  docs: new Map([
    [
      "update(uint256,string[])",
      { notice: "Adds.", details: "Reverts with {ZeroAmount}.", params: { amount: "In wei." }, returns: {} },
    ],
  ]),
  declarations: new Map([
    [
      "IThing.Entry",
      { canonicalName: "IThing.Entry", notice: "One.", members: [{ name: "state", doc: "Its state." }] },
    ],
    [
      "IThing.State",
      {
        canonicalName: "IThing.State",
        notice: "",
        members: [
          { name: "On", doc: "Works." },
          { name: "Off", doc: "" },
        ],
      },
    ],
  ]),
};

/** The text of an action without its imports. */
function bodyOf(name: string): string {
  const action = renderActions(source).find((candidate) => candidate.name === name)!;
  return action.text
    .split("\n")
    .filter((line) => !line.startsWith("import"))
    .join("\n")
    .trim();
}

describe("renderActions", () => {
  it("makes a call of a function that changes something, with its documentation", () => {
    expect(bodyOf("update")).to.equal(
      [
        "/**",
        " * Adds.",
        " *",
        " * Reverts with `ZeroAmount`.",
        " *",
        " * @param options.amount - In wei.",
        " */",
        "export function update(connection: Connection, options: { amount: bigint | number; names: readonly (string)[] }): Call<void> {",
        '  return prepare(connection, thing, "update(uint256,string[])", [options.amount, options.names]);',
        "}",
      ].join("\n"),
    );
  });

  it("makes a read of a view, by a name like any other", () => {
    expect(bodyOf("maxWeeks")).to.contain("export function maxWeeks(connection: Connection): Promise<bigint> {");
  });

  it("names what has no name, and returns several values as an object", () => {
    expect(bodyOf("listOf")).to.contain(
      "listOf(connection: Connection, options: { argument0: string }): Promise<{ entries: types.Entry[]; count: bigint }>",
    );
  });

  it("leaves out what an implementation is called with once", () => {
    expect(renderActions(source).map(({ name }) => name)).to.deep.equal(["update", "maxWeeks", "listOf"]);
  });

  it("refuses two functions of one name", () => {
    const twice = { ...source, abi: [...abi, { ...abi[0]!, inputs: [] }] };
    expect(() => renderActions(twice)).to.throw("two functions of Thing are called update");
  });
});

describe("renderTypes", () => {
  it("makes unions of enumerations and interfaces of structs", () => {
    expect(renderTypes(source)).to.equal(
      [
        "/** The names of {@link State}, in the order of their numbers. */",
        'export const stateNames = ["On","Off"] as const;\n',
        "/** - `On`: Works. */",
        "export type State = (typeof stateNames)[number];\n",
        "/** One. */",
        "export interface Entry {",
        "  /** Its state. */",
        "  state: State;",
        "}\n",
      ].join("\n"),
    );
  });

  it("knows enumerations by what the ABI calls them", () => {
    expect(renderEnums(source)).to.equal('{ "enum IThing.State": types.stateNames }');
  });
});
