import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { green } from "picocolors";
import { takePictures } from "./pictures/takePictures";

const root = path.join(__dirname, "..");

/** Runs a local chain and real commands against it, and writes what the terminal shows as pictures. */
async function write(folder: string): Promise<void> {
  console.log("Starting a local chain, which takes a minute or two …");
  const taken = await takePictures((name) => {
    console.log(`  ${green("✓")} ${name}`);
  });
  mkdirSync(folder, { recursive: true });
  for (const [name, svg] of taken) writeFileSync(path.join(folder, `${name}.svg`), svg);
}

const program = new Command("npm run pictures --")
  .description("Makes the pictures of the terminal output, from the output of real commands on a local chain.")
  .option("-o, --out <folder>", "where they go", path.join(root, "docs", "pictures"))
  .action(({ out }: { out: string }) => write(path.resolve(out)));

program.parseAsync().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
