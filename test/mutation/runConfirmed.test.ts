import { expect } from "chai";
import type { Task } from "../../scripts/mutation/messages";
import { runConfirmed } from "../../scripts/mutation/runConfirmed";
import type { Result } from "../../scripts/mutation/Worker";

const task: Task = { contracts: [], tests: ["test/f.test.ts"], without: [], bail: true };

const stopped: Result["outcome"] = { kind: "stopped", file: "test/f.test.ts" };
const broken: Result["outcome"] = { kind: "broken", message: "a worker ended" };
const passed: Result["outcome"] = { kind: "passed" };
const failed: Result["outcome"] = { kind: "failed", failures: [] };

/** What becomes of a task whose runs end one after the other as told, and how many there were. */
async function confirmed(...outcomes: Result["outcome"][]) {
  let runs = 0;
  const run = () => Promise.resolve({ outcome: outcomes[runs++]!, files: [], memory: 0 });
  return { outcome: await runConfirmed({ run }, task, () => 1), runs };
}

describe("runConfirmed", () => {
  it("runs once what fails or passes", async () => {
    expect(await confirmed(failed, passed)).to.deep.equal({ outcome: failed, runs: 1 });
    expect(await confirmed(passed, failed)).to.deep.equal({ outcome: passed, runs: 1 });
  });

  it("does not believe in one stop", async () => {
    expect(await confirmed(stopped, passed)).to.deep.equal({ outcome: passed, runs: 2 });
  });

  it("believes in two", async () => {
    expect(await confirmed(stopped, stopped)).to.deep.equal({ outcome: stopped, runs: 2 });
  });

  it("gives a worker that broke another chance, and no more", async () => {
    expect(await confirmed(broken, failed)).to.deep.equal({ outcome: failed, runs: 2 });
    expect(await confirmed(broken, broken)).to.deep.equal({ outcome: broken, runs: 2 });
  });
});
