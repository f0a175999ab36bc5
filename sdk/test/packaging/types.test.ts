import { cpSync, writeFileSync } from "node:fs";
import path from "node:path";
import { link, usePackedSdk, runBin, sdkFolder } from "../support/packedSdk.js";

const consumer = path.join(sdkFolder, "test", "packaging", "fixtures", "consumer.ts");

describe("the package's types", function () {
  this.timeout(240_000);

  const packed = usePackedSdk();

  before(() => {
    // Only the consumer itself uses abitype.
    link(packed().folder, ["abitype"]);
  });

  for (const { what, file, module, moduleResolution } of [
    { what: "an ES module of Node.js", file: "consumer.mts", module: "nodenext", moduleResolution: "nodenext" },
    { what: "a CommonJS module of Node.js", file: "consumer.cts", module: "nodenext", moduleResolution: "nodenext" },
    { what: "a bundler", file: "consumer.ts", module: "esnext", moduleResolution: "bundler" },
    { what: "an older CommonJS project", file: "consumer.ts", module: "commonjs", moduleResolution: "node10" },
  ]) {
    it(`serve ${what}, and infer what an ABI says`, async () => {
      const { folder } = packed();
      const project = `tsconfig.${moduleResolution}${path.extname(file)}.json`;
      cpSync(consumer, path.join(folder, file));
      const compilerOptions = { module, moduleResolution, target: "es2022", strict: true, noEmit: true, types: [] };
      writeFileSync(
        path.join(folder, project),
        JSON.stringify({ compilerOptions: { ...compilerOptions, skipLibCheck: true }, files: [file] }),
      );
      await runBin("tsc", ["--project", project], folder);
    });
  }
});
