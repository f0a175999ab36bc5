import type { Analysis } from "./analyze";
import type { Explanations } from "./explanations";
import type { MutationRecord, Survivor, TargetRecord } from "./record";
import type { MutantResult, Results } from "./Results";
import { type Campaign, describeChange } from "./runMutants";

/** What a run found out about one target. */
export function buildTargetRecord(options: {
  campaign: Campaign;
  total: number;
  results: Results;
  explanations: Explanations;
  lineOf: Analysis["lineOf"];
  command: string;
}): TargetRecord {
  const { campaign, total, results, explanations, lineOf, command } = options;
  const { target, codeHash, mutants } = campaign;
  const found = mutants.map((mutant) => {
    const result = results.of({ id: mutant.id, change: describeChange(mutant), codeHash });
    return { mutant, status: result?.status, killer: result?.killer?.file };
  });
  const count = (status: MutantResult["status"]) => found.filter((result) => result.status === status).length;
  const survivors = found
    .filter(({ status }) => status === "survived")
    .map(({ mutant }): Survivor => {
      const { id, file, original, replacement } = mutant;
      return { id, file, line: lineOf(mutant), original, replacement, reason: explanations[id]?.reason ?? null };
    })
    .sort((a, b) => a.id.localeCompare(b.id, "en"));
  return {
    name: target.name,
    contract: target.product,
    codeHash,
    command,
    total,
    tried: found.filter(({ status }) => status !== undefined).length,
    killed: count("killed"),
    stopped: count("stopped"),
    killers: countFiles(found.flatMap(({ killer }) => killer ?? [])),
    equal: count("equal"),
    invalid: count("invalid"),
    survivors,
  };
}

/** How often each file occurs. */
function countFiles(files: readonly string[]): TargetRecord["killers"] {
  const kills = new Map<string, number>();
  for (const file of files) kills.set(file, (kills.get(file) ?? 0) + 1);
  return [...kills]
    .map(([file, number]) => ({ file, kills: number }))
    .sort((a, b) => a.file.localeCompare(b.file, "en"));
}

/** The record with what was made now in the place of what was known of the same targets, unless more was tried of the same code. */
export function mergeRecords(
  known: MutationRecord,
  made: readonly TargetRecord[],
  order: readonly string[],
): MutationRecord {
  const isLess = (target: TargetRecord) =>
    known.targets.some(
      ({ name, codeHash, tried }) => name === target.name && codeHash === target.codeHash && tried > target.tried,
    );
  const taken = made.filter((target) => !isLess(target));
  const names = new Set(taken.map(({ name }) => name));
  const targets = [...known.targets.filter(({ name }) => !names.has(name)), ...taken];
  return { targets: targets.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name)) };
}
