import { spawn } from "node:child_process";
import path from "node:path";

const root = path.join(__dirname, "..", "..");

export interface ToolResult {
  exitCode: number;
  output: string;
}

/** Runs a program, by its path or its name in `node_modules/.bin`, at the project's root; shows what it prints and returns it. */
export function runTool(options: { tool: string; args: string[]; env?: Record<string, string> }): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.resolve(root, "node_modules", ".bin", options.tool), options.args, {
      cwd: root,
      env: { ...process.env, ...options.env },
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
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ exitCode: code ?? 1, output });
    });
  });
}
