// Makes the generated part of the SDK from the compiled contracts: ABIs, bindings, actions, and the record of the local
// deployment. Run by `npm run build`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import hre from "hardhat";
import { format } from "prettier";
import { runTypeChain } from "typechain";
import { products, valueName } from "./products";
import { readProduct, type ProductSource } from "./readProduct";
import { recordLocal } from "./recordLocal";
import { renderActions } from "./renderAction";
import { renderErrors } from "./renderErrors";
import { renderEnums, renderTypes } from "./renderTypes";

const sdk = path.join(__dirname, "..", "..", "sdk");
const generated = path.join(sdk, "src", "generated");

const HEADER = "// Generated from the contracts by `npm run build`. Never edited.\n";

async function write(file: string, text: string): Promise<void> {
  const target = path.join(generated, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, await format(`${HEADER}${text}`, { parser: "typescript", printWidth: 120 }));
}

async function writeAbi({ product: { name }, abi }: ProductSource): Promise<void> {
  await write(
    `abi/${name}.ts`,
    `export const ${valueName(name)}Abi = ${JSON.stringify(abi, undefined, 2)} as const;\n`,
  );
}

async function writeActions(source: ProductSource): Promise<void> {
  const { name } = source.product;
  const value = valueName(name);
  const folder = `actions/${value}`;
  await write(`${folder}/types.ts`, renderTypes(source));
  await write(
    `${folder}/contract.ts`,
    [
      'import type { ContractDefinition } from "../../../contract/ContractDefinition.js";',
      `import { ${value}Abi } from "../../abi/${name}.js";`,
      ...(renderEnums(source).includes("types.") ? ['import * as types from "./types.js";'] : []),
      "",
      `export const ${value}: ContractDefinition = { name: "${name}", abi: ${value}Abi, enums: ${renderEnums(source)} };\n`,
    ].join("\n"),
  );
  const actions = renderActions(source);
  for (const action of actions) await write(`${folder}/${action.name}.ts`, action.text);
  const names = actions.map((action) => action.name).sort();
  await write(
    `${folder}/index.ts`,
    [...names.map((action) => `export { ${action} } from "./${action}.js";`), 'export * from "./types.js";\n'].join(
      "\n",
    ),
  );
}

/** The bindings without the bytecode: who uses the SDK connects to what is deployed. */
async function writeBindings(sources: ProductSource[]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "abis-"));
  const files = sources.map(({ product: { name }, abi }) => {
    const file = path.join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(abi));
    return file;
  });
  await runTypeChain({
    cwd: folder,
    filesToProcess: files,
    allFiles: files,
    outDir: path.join(generated, "typechain"),
    target: "ethers-v6",
    flags: {
      alwaysGenerateOverloads: false,
      discriminateTypes: false,
      tsNocheck: false,
      node16Modules: true,
      environment: undefined,
    },
  });
  rmSync(folder, { recursive: true });
}

async function generate(): Promise<void> {
  const sources: ProductSource[] = [];
  for (const product of products) sources.push(await readProduct(hre, product));
  rmSync(generated, { recursive: true, force: true });
  for (const source of sources) {
    await writeAbi(source);
    await writeActions(source);
  }
  await write(
    "abi/index.ts",
    products.map(({ name }) => `export { ${valueName(name)}Abi } from "./${name}.js";\n`).join(""),
  );
  await write("errors.ts", renderErrors(sources));
  await write(
    "contractNames.ts",
    `/** The contracts that actions call, in the order of their deployment. */\nexport const contractNames = ${JSON.stringify(products.map(({ name }) => name))} as const;\n`,
  );
  await writeBindings(sources);
  const local = await recordLocal(hre);
  mkdirSync(path.join(sdk, "deployments"), { recursive: true });
  const json = `${JSON.stringify(local, undefined, 2)}\n`;
  writeFileSync(path.join(sdk, "deployments", `${local.chainId}.json`), json);
  await write(
    "deployments.ts",
    [
      'import type { Deployment } from "../deployments/Deployment.js";\n',
      "/** What is registered from the start. */",
      `export const recordedDeployments: readonly Deployment[] = [${json.trim()}];\n`,
    ].join("\n"),
  );
}

generate().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
