import path from "node:path";
import { runTool } from "../support/runTool";
import { environment, findPython, MissingTool } from "./python";

const requirements = path.join(__dirname, "requirements.txt");

/** Makes Slither's environment of the pinned packages, each of which has to have one of the recorded hashes. */
async function install(): Promise<void> {
  const made = await runTool({ tool: findPython(), args: ["-m", "venv", "--clear", environment] });
  if (made.exitCode !== 0) throw new Error(`no environment in ${environment}`);
  const pip = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--require-hashes"];
  const installed = await runTool({
    tool: path.join(environment, "bin", "python"),
    args: [...pip, "--requirement", requirements],
  });
  if (installed.exitCode !== 0) throw new Error("pip did not install what requirements.txt names");
  console.log(`Slither is installed in ${path.relative(process.cwd(), environment)}`);
}

install().catch((error: unknown) => {
  console.error(error instanceof MissingTool ? error.message : error);
  process.exitCode = error instanceof MissingTool ? 2 : 1;
});
