import type { JsonFragment, JsonFragmentType } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types";
import { parseDoc } from "./parseDoc";
import type { Product } from "./products";

/** What is said of a function. */
export interface FunctionDoc {
  notice: string;
  details: string;
  params: Record<string, string>;
  returns: Record<string, string>;
}

/** An enumeration or a struct as its source declares it. */
export interface Declaration {
  /** What it is called there: "IStakeWeight.State". */
  canonicalName: string;
  notice: string;
  /** Its members, with what is said of each. */
  members: { name: string; doc: string }[];
}

/** All that the SDK is made from, of one contract. */
export interface ProductSource {
  product: Product;
  abi: readonly JsonFragment[];
  /** By the signature: "stake(uint256,uint256)". */
  docs: Map<string, FunctionDoc>;
  /** Of all sources that were compiled with it, by the canonical name. */
  declarations: Map<string, Declaration>;
}

interface NatSpec {
  userdoc: { methods?: Record<string, { notice?: string }> };
  devdoc: {
    methods?: Record<string, { details?: string; params?: Record<string, string>; returns?: Record<string, string> }>;
  };
}

interface AstNode {
  nodeType: string;
  canonicalName?: string;
  documentation?: { text: string };
  members?: { name: string }[];
  nodes?: AstNode[];
}

/** Reads the compiler's output on a contract. */
export async function readProduct(hre: HardhatRuntimeEnvironment, product: Product): Promise<ProductSource> {
  const qualifiedName = `${product.source}:${product.artifact ?? product.name}`;
  const artifact = await hre.artifacts.readArtifact(qualifiedName);
  const buildInfo = await hre.artifacts.getBuildInfo(qualifiedName);
  if (!buildInfo) throw new Error(`${qualifiedName} is not compiled`);
  const output = buildInfo.output.contracts[product.source]![product.artifact ?? product.name] as unknown as {
    metadata: string;
  };
  const { output: natSpec } = JSON.parse(output.metadata) as { output: NatSpec };
  return {
    product,
    abi: artifact.abi as JsonFragment[],
    docs: functionDocs(natSpec),
    declarations: new Map(
      Object.values(buildInfo.output.sources)
        .flatMap(({ ast }) => declarationsIn(ast as AstNode))
        .map((declaration) => [declaration.canonicalName, declaration]),
    ),
  };
}

function functionDocs({ userdoc, devdoc }: NatSpec): Map<string, FunctionDoc> {
  const signatures = new Set([...Object.keys(userdoc.methods ?? {}), ...Object.keys(devdoc.methods ?? {})]);
  return new Map(
    [...signatures].map((signature) => {
      const { details = "", params = {}, returns = {} } = devdoc.methods?.[signature] ?? {};
      return [signature, { notice: userdoc.methods?.[signature]?.notice ?? "", details, params, returns }];
    }),
  );
}

function declarationsIn(node: AstNode): Declaration[] {
  const within = (node.nodes ?? []).flatMap(declarationsIn);
  if (node.nodeType !== "EnumDefinition" && node.nodeType !== "StructDefinition") return within;
  const { notice, params } = parseDoc(node.documentation?.text ?? "");
  const members = node.members!.map(({ name }) => ({ name, doc: params.get(name) ?? "" }));
  return [...within, { canonicalName: node.canonicalName!, notice, members }];
}

/** The name of the enumeration or struct that a parameter is of: "State"; undefined if it is of neither. */
export function declaredName({
  internalType = "",
}: JsonFragmentType): { kind: string; canonicalName: string } | undefined {
  const match = /^(enum|struct) ([\w.]+)/.exec(internalType);
  return match ? { kind: match[1]!, canonicalName: match[2]! } : undefined;
}
