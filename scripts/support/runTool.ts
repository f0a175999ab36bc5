import { spawn } from "node:child_process";
import path from "node:path";

const root = path.join(__dirname, "..", "..");
const installed = path.join(root, "node_modules", ".bin");

export interface ToolResult {
  exitCode: number;
  output: string;
}

/**
 * Runs a program at the project's root, by its path or its name in `node_modules/.bin` or else on the PATH; shows what it prints
 * and returns it.
 */
export function runTool(options: { tool: string; args: string[]; env?: Record<string, string> }): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const searched = [installed, process.env.PATH].join(path.delimiter);
    const child = spawn(options.tool, options.args, {
      cwd: root,
      env: { ...process.env, ...options.env, PATH: searched },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      process.stderr.write(chunk);
    });
    child.on("error", (cause) => {
      reject(new Error(`${options.tool} cannot be started: is it installed?`, { cause }));
    });
    child.on("close", (code) => {
      resolve({ exitCode: code ?? 1, output });
    });
  });
}
