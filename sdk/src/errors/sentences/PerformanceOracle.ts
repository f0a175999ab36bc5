import { account, capital, count, counted, date, epoch, hash, score } from "../phrases.js";
import type { Sentences } from "./Sentences.js";

export const performanceOracleSentences = {
  DataMissing: ({ operator, given, from }) =>
    `Only ${counted(given, "report")} of enough weight with data on ${operator} are there; wait for more, or finalize with these from ${date(from)} on.`,
  EnforcedPause: () => "Finalizing and proving are paused until the administrator ends the pause.",
  EpochAlreadyFinalized: ({ epoch: asked }) => `${capital(epoch(asked))} is finalized already; nothing is left to do.`,
  EpochNotFinalizable: ({ epoch: asked, finalizable }) =>
    `${capital(epoch(asked))} cannot be finalized now: only the one before the running one can, ${epoch(finalizable)}.`,
  EpochNotProvable: ({ operator, epoch: asked, from, to }) =>
    `An equivocation of ${operator} in ${epoch(asked)} cannot be proven: only those from ${epoch(from)} to ${epoch(to)} can, since a proof stands for all before it.`,
  ImpossibleData: ({ reporter, operator, successes, probes, latencySumMs }) =>
    `The report of ${reporter} has impossible numbers on ${operator}: ${count(successes)} successes of ${counted(probes, "probe")} with a latency of ${count(latencySumMs)} ms in all. Leave the report out.`,
  InexactThreshold: ({ name, value, unit }) =>
    `The threshold ${name}, ${count(value)}, must be a multiple of ${count(unit)} (of 10^18 for 1); round it.`,
  InvalidCommitteeSize: ({ count: size, max }) =>
    `The committee would have ${counted(size, "member")}; it must have 1 to ${count(max)}.`,
  InvalidMember: ({ reporter }) =>
    `${account(reporter)} cannot be in the committee: it is the zero address, or named twice.`,
  InvalidParameter: ({ name, value, min, max }) =>
    `The parameter ${name} is ${count(value)}; it must lie between ${count(min)} and ${count(max)}.`,
  NoConfiguration: ({ epoch: asked }) => `There was no configuration in ${epoch(asked)} yet; ask for a later epoch.`,
  NoEquivocation: () =>
    "These reports prove nothing: they must be two different reports of one reporter for one epoch of phase 2.",
  NobodySeated: ({ epoch: asked }) =>
    `Nobody was seated at the opening of ${epoch(asked)}, so there is nothing to finalize.`,
  NotNode: ({ account, operator }) =>
    `${account} cannot commit for the node of ${operator}: only the operator and its node's key can.`,
  QuorumMissing: ({ given, needed }) =>
    `${counted(given, "report")} are there, but at least ${count(needed)} are needed; collect more.`,
  ReportOutOfOrder: ({ index, previous }) =>
    `The reports must be in the order of their indices, none twice, but ${count(index)} comes after ${count(previous)}; sort them.`,
  TooEarlyToFinalize: ({ epoch: asked, from }) =>
    `Not all reports of ${epoch(asked)} are there; without them it can be finalized from ${date(from)} on.`,
  UnknownReporter: ({ index, count: size }) =>
    `There is no reporter ${count(index)}: there are ${count(size)}, counted from 0.`,
  WrongCommitment: ({ reporter, commitment, expected }) =>
    `The report of ${reporter} (commitment ${hash(commitment)}) is not the one that it committed to before the end of the epoch (${hash(expected)}); hand in that one, or leave it out.`,
  WrongConfiguration: ({ epoch: asked, configurationHash, expected }) =>
    `The configuration handed in (${hash(configurationHash)}) is not the one in force in ${epoch(asked)} (${hash(expected)}); read it with configurationAt.`,
  WrongDataLength: ({ reporter, length, expected }) =>
    `The data of ${reporter} has ${counted(length, "byte")} instead of ${count(expected)}: 8 for each seated node.`,
  WrongMedians: ({ operator, uptime, latencyMs }) =>
    `An uptime of ${score(uptime)} and a latency of ${count(latencyMs)} ms are not the medians of what the reports say of ${operator}; compute them anew.`,
  WrongMediansLength: ({ length, expected }) =>
    `The medians have ${counted(length, "byte")} instead of ${count(expected)}: 12 for each seated node.`,
  WrongSigner: ({ reporter, signer }) =>
    `The report of ${reporter} was signed by ${account(signer)}, or for something else than what is finalized; have it signed anew by the reporter's key.`,
} satisfies Sentences<"PerformanceOracle">;
