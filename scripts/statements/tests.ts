import { minimumVersion, pinnedVersion } from "../slither/python";
import { constantIn, numberIn, textIn } from "./numberIn";
import type { Statement } from "./withNumbers";

const verification = "docs/verification.md";
const exhaustive = (file: string) => `test/exhaustive/${file}.t.sol`;

/** How much is tested, proved and simulated, and by which versions. */
export function testStatements(): Statement[] {
  return [...ofRuns(), ...ofDomains(), ...ofSimulation(), ...ofAnalysis()];
}

function ofRuns(): Statement[] {
  const setting = (section: string, name: string) =>
    Number(textIn("foundry.toml", new RegExp(String.raw`^\[${section}\]\n(?:[^[\n].*\n|\n)*?${name} = (\d+)$`)));
  const inputs = setting("profile.deep.fuzz", "runs");
  const sequences = setting("profile.deep.invariant", "runs");
  const calls = setting("profile.deep.invariant", "depth");
  return [
    {
      document: verification,
      sentence: "{} inputs each, {} in the deep profile",
      numbers: [setting("fuzz", "runs"), inputs],
    },
    {
      document: verification,
      sentence: "{} sequences of {} calls, {} in the deep profile",
      numbers: [setting("invariant", "runs"), setting("invariant", "depth"), sequences],
    },
    {
      document: verification,
      sentence: "every property on {} inputs and every invariant after each call of {} sequences of {}.",
      numbers: [inputs, sequences, calls],
    },
  ];
}

function ofDomains(): Statement[] {
  const weights = exhaustive("Weights");
  const scores = exhaustive("Scores");
  const probes = constantIn(scores, "PROBES");
  return [
    { document: verification, sentence: "the {} seconds of a week", numbers: [7 * 86_400] },
    { document: verification, sentence: "the {} seconds of a day", numbers: [86_400] },
    {
      document: verification,
      sentence: "the {} presets of {} bits",
      numbers: [2 ** bitsOfPresets(), bitsOfPresets()],
    },
    {
      document: verification,
      sentence: "every pair of remainders by {} at every remaining week from 1 to {}:",
      numbers: [numberIn(weights, /b < (\d+);/), numberIn(weights, /remaining <= (\d+);/)],
    },
    {
      document: verification,
      sentence: "| {} presets, each of their weeks and the seconds around its start, {} amounts",
      numbers: [numberIn(weights, /uint8\[(\d+)\] memory/), numberIn(weights, /uint96\[(\d+)\] memory/)],
    },
    { document: verification, sentence: "0 to {} successes of {} probes", numbers: [probes, probes] },
    {
      document: verification,
      sentence: "{} seats in each of {} states",
      numbers: [numberIn(scores, /seat < (\d+);/), numberIn(scores, /state < (\d+);/)],
    },
    { document: verification, sentence: "the counts 0 to {} ", numbers: [numberIn(scores, /count <= ([\d_]+);/)] },
  ];
}

function bitsOfPresets(): number {
  return numberIn(exhaustive("Weights"), /presetWeeks <= type\(uint(\d+)\)\.max/);
}

function ofSimulation(): Statement[] {
  const run = (name: string) =>
    numberIn("docs/records/simulation.json", new RegExp(String.raw`^ {2}"${name}": (\d+),`));
  const [accounts, weeks] = [run("accounts"), run("weeks")];
  return [
    { document: "README.md", sentence: "{} accounts over {} weeks are in", numbers: [accounts, weeks] },
    { document: verification, sentence: "{} accounts, {} weeks, compared every week", numbers: [accounts, weeks] },
    { document: "docs/invariants.md", sentence: "for {} accounts over {} weeks", numbers: [accounts, weeks] },
  ];
}

function ofAnalysis(): Statement[] {
  return [
    { document: verification, sentence: "by halmos {} with yices", numbers: [pinnedVersion("halmos")] },
    {
      document: "docs/slither.md",
      sentence: "all detectors of slither-analyzer {},",
      numbers: [pinnedVersion("slither-analyzer")],
    },
    {
      document: "docs/slither.md",
      sentence: "It needs Python {} or later",
      numbers: [`${minimumVersion.major}.${minimumVersion.minor}`],
    },
  ];
}
