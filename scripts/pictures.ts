import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { green } from "picocolors";
import { pictures } from "./pictures/pictures";
import { renderTerminal } from "./pictures/renderTerminal";
import { startLocalChain } from "./pictures/startLocalChain";
import { takeOutput } from "./pictures/takeOutput";

const root = path.join(__dirname, "..");

/** Runs a local chain and real commands against it, and writes what the terminal shows as pictures. */
async function takePictures(folder: string): Promise<void> {
  console.log("Starting a local chain, which takes a minute or two …");
  const chain = await startLocalChain();
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const { name, title, command, shows } of pictures) {
      const output = await takeOutput({ chain, ...shows });
      const svg = renderTerminal({ title, output: `\x1b[2m$\x1b[22m \x1b[1m${command}\x1b[22m\n\n${output}` });
      const file = path.join(folder, `${name}.svg`);
      writeFileSync(file, svg);
      console.log(`  ${green("✓")} ${path.relative(root, file)}`);
    }
  } finally {
    await chain.stop();
  }
}

const program = new Command("npm run pictures --")
  .description("Makes the pictures of the terminal output, from the output of real commands on a local chain.")
  .option("-o, --out <folder>", "where they go", path.join(root, "docs", "pictures"))
  .action(({ out }: { out: string }) => takePictures(path.resolve(out)));

program.parseAsync().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
