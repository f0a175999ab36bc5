import path from "node:path";
import Mocha from "mocha";
import type { TestFailure } from "./messages";

function escape(title: string): string {
  return title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Runs one test file in this process and returns what failed; more than once, since nothing of it stays loaded. */
export async function runTestFile(options: {
  root: string;
  file: string;
  without: readonly string[];
  bail: boolean;
}): Promise<TestFailure[]> {
  const { root, file, without, bail } = options;
  const mocha = new Mocha({ bail, timeout: 600_000, reporter: Mocha.reporters.Base });
  if (without.length !== 0) mocha.grep(new RegExp(`^(${without.map(escape).join("|")})$`)).invert();
  mocha.addFile(path.join(root, file));
  const failures: TestFailure[] = [];
  try {
    await new Promise<void>((resolve) => {
      const runner = mocha.run(() => {
        resolve();
      });
      runner.on("fail", (test, error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        const place = (test as Mocha.Runnable) instanceof Mocha.Hook ? "hook" : "test";
        failures.push({ file, place, title: test.fullTitle(), message: message.slice(0, 300) });
      });
    });
  } catch (error) {
    // Thrown while the file is loaded.
    failures.push({ file, place: "loading", title: "loading", message: String(error) });
  } finally {
    mocha.unloadFiles();
    mocha.dispose();
  }
  return failures;
}
