import { pictures } from "./pictures";
import { renderTerminal } from "./renderTerminal";
import { startLocalChain } from "./startLocalChain";
import { takeOutput } from "./takeOutput";

/** What the terminal shows of real commands against a local chain, as SVG by the name of the picture. */
export async function takePictures(onTaken: (name: string) => void): Promise<Map<string, string>> {
  const chain = await startLocalChain();
  const taken = new Map<string, string>();
  try {
    for (const { name, title, command, shows } of pictures) {
      const output = await takeOutput({ chain, ...shows });
      taken.set(name, renderTerminal({ title, output: `\x1b[2m$\x1b[22m \x1b[1m${command}\x1b[22m\n\n${output}` }));
      onTaken(name);
    }
  } finally {
    await chain.stop();
  }
  return taken;
}
