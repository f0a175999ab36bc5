import path from "node:path";
import { Command } from "commander";
import { bold, green, red, yellow } from "picocolors";
import {
  type Files,
  pictureFiles,
  renderDocuments,
  staleDocuments,
  stalePictures,
  staleRecords,
  strayPictures,
  writeFiles,
} from "./figures/files";
import { records } from "./figures/records";
import { takePictures } from "./pictures/takePictures";
import { runTool } from "./support/runTool";

const root = path.join(__dirname, "..");

async function runHardhat(...args: string[]): Promise<void> {
  const { exitCode } = await runTool({ tool: "hardhat", args });
  if (exitCode !== 0) throw new Error(`hardhat ${args.join(" ")} failed`);
}

async function pictures(): Promise<Files> {
  console.log(bold("\nPictures of the terminal"));
  const taken = await takePictures((name) => {
    console.log(`  ${green("✓")} ${name}`);
  });
  return pictureFiles(taken);
}

/** Makes everything anew but the records, and tells which of those are stale. */
async function make(): Promise<void> {
  console.log(bold("\nGas"));
  await runHardhat("run", "scripts/recordGas.ts");
  writeFiles(root, await pictures());
  console.log(bold("\nDocuments"));
  const documents = await renderDocuments(root, records);
  writeFiles(root, documents);
  for (const file of documents.keys()) console.log(`  ${green("✓")} ${file}`);
  for (const reason of staleRecords(records)) console.log(`  ${yellow("stale")} ${reason}`);
}

/** Compares what is shown with what would be made now. Of gas the tests do that. */
async function check(): Promise<void> {
  await runHardhat("compile", "--quiet");
  const taken = await pictures();
  const documents = await renderDocuments(root, records);
  const stale = [
    ...stalePictures(root, taken),
    ...strayPictures(root, [...taken.keys(), ...documents.keys()]),
    ...staleDocuments(root, documents),
    ...staleRecords(records),
  ];
  for (const reason of stale) console.error(`${red("stale")} ${reason}`);
  process.exitCode = stale.length === 0 ? 0 : 1;
  console.log(stale.length === 0 ? "\nevery figure is fresh" : "\nnpm run figures makes them anew");
}

const program = new Command("npm run figures --")
  .description(
    "Makes every number and picture anew that the README and the documents show. Records of long runs are rendered, not " +
      "made anew; those that do not fit the contracts any more are named, with the command that makes them.",
  )
  .option("--check", "compare only, and fail if one is stale; gas is compared by the tests")
  .action(({ check: isCheck }: { check?: true }) => (isCheck ? check() : make()));

program.parseAsync().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
