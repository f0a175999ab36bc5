import path from "node:path";

/**
 * forge itself, from its npm package for this platform. The package's own launcher is not used: it ends with 0 whatever
 * forge ended with.
 */
export function forgeBinary(): string {
  const architecture = process.arch === "x64" ? "amd64" : process.arch;
  const manifest = require.resolve(`@foundry-rs/forge-${process.platform}-${architecture}/package.json`);
  return path.join(path.dirname(manifest), "bin", "forge");
}
