import path from "node:path";
import { reset } from "@nomicfoundation/hardhat-network-helpers";
import hre from "hardhat";
import { compile, CompileError, type ContractName, qualifiedName } from "./compile";
import { type Exchange, exchangeCode } from "./exchangeCode";
import type { Outcome, Task, TestFailure, WorkerMessage } from "./messages";
import { closureOf, readSources, type Sources } from "./readSources";
import { runTestFile } from "./runTestFile";
import { shareDeployment } from "./shareDeployment";
import { deployables } from "./targets";

const root = path.join(__dirname, "..", "..");

/** How much more memory one test file may take, in bytes. */
const MEMORY_LIMIT = 4 * 2 ** 30;

const say = (message: WorkerMessage) => process.send!(message);

const sources = readSources(root, [...new Set(deployables.map(({ source }) => source))]);

// Without the optimizer, code is larger than a chain would take. The network begins with its first use.
hre.config.networks.hardhat.allowUnlimitedContractSize = true;
const deployment = exchangeCode(hre.network.provider);
shareDeployment(hre);

/** Code of the contracts as they are, with and without the optimizer, each compiled once. */
const originals = { true: new Map<string, string>(), false: new Map<string, string>() };

function compileWith(task: Pick<Task, "exchanged" | "contracts">, optimize: boolean): Map<string, string> {
  const { exchanged, contracts } = task;
  const all: Sources = exchanged ? new Map([...sources, [exchanged.file, exchanged.text]]) : sources;
  const files = contracts.map(({ source }) => source);
  return compile({ sources: closureOf(all, files), contracts, optimize }).code;
}

function compileOriginals(contracts: readonly ContractName[], optimize: boolean): Map<string, string> {
  const known = originals[`${optimize}`];
  const unknown = contracts.filter((contract) => !known.has(qualifiedName(contract)));
  if (unknown.length !== 0) {
    for (const [name, code] of compileWith({ contracts: unknown }, optimize)) known.set(name, code);
  }
  return known;
}

/** Whether the optimizer makes the same code of the mutant as of the original, in every contract. */
function isEqual(task: Task): boolean {
  const original = compileOriginals(task.contracts, true);
  return [...compileWith(task, true)].every(([name, code]) => original.get(name) === code);
}

function exchangeOf(compiled: Map<string, string>): Exchange {
  return new Map([...compiled].map(([name, code]) => [hre.artifacts.readArtifactSync(name).bytecode, code]));
}

let memoryBefore = process.memoryUsage.rss();

async function runTests({ tests, without, bail }: Task): Promise<TestFailure[]> {
  const failures: TestFailure[] = [];
  await reset();
  for (const file of tests) {
    const begun = Date.now();
    memoryBefore = process.memoryUsage.rss();
    say({ kind: "begun", file });
    failures.push(...(await runTestFile({ root, file, without, bail })));
    say({ kind: "file", file, milliseconds: Date.now() - begun });
    if (bail && failures.length !== 0) break;
  }
  return failures;
}

async function run(task: Task): Promise<{ outcome: Outcome; compileMilliseconds: number }> {
  const begun = Date.now();
  let compiled: Map<string, string>;
  try {
    compiled = task.exchanged ? compileWith(task, false) : compileOriginals(task.contracts, false);
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return { outcome: { kind: "invalid", message: error.message }, compileMilliseconds: Date.now() - begun };
  }
  const compileMilliseconds = Date.now() - begun;
  deployment.set(exchangeOf(compiled));
  const failures = await runTests(task);
  if (failures.length !== 0) return { outcome: { kind: "failed", failures }, compileMilliseconds };
  if (task.exchanged && deployment.exchanged() === 0) throw new Error("no test has deployed the contract");
  const outcome: Outcome = task.exchanged && isEqual(task) ? { kind: "equal" } : { kind: "passed" };
  return { outcome, compileMilliseconds };
}

process.on("message", (task: Task) => {
  run(task)
    .catch((error: unknown) => ({
      outcome: { kind: "broken", message: String(error) } as Outcome,
      compileMilliseconds: 0,
    }))
    .then(({ outcome, compileMilliseconds }) => {
      say({ kind: "done", outcome, compileMilliseconds, memory: process.memoryUsage.rss() });
    })
    .catch(() => process.exit(1));
});
process.on("disconnect", () => process.exit(0));
// A mutant may leave a promise behind that nobody waits for.
process.on("unhandledRejection", () => undefined);
// A mutant may loop until the gas is used up, and the chain remembers every step for its messages.
setInterval(() => {
  if (process.memoryUsage.rss() - memoryBefore < MEMORY_LIMIT) return;
  process.send!({ kind: "exhausted" } satisfies WorkerMessage, () => process.exit(0));
}, 500);
say({ kind: "ready" });
