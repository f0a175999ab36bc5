import { createRequire } from "node:module";

/** As the package says. */
export const { version } = createRequire(import.meta.url)("../package.json") as { version: string };
