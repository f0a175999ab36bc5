import { createAnsiSequenceParser, type ParseToken } from "ansi-sequence-parser";

/* eslint-disable no-control-regex -- terminals are controlled by them */

/** Links, titles of windows: what follows an operating system command. */
const COMMANDS = /\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)/g;

/** The cursor goes to the beginning of the line. */
const TO_BEGINNING = /\x1b\[[01]?G/g;

/** All other sequences than colours and styles. */
const OTHERS = /\x1b\[[0-9;?]*[A-Za-ln-z]|\x1b[()][A-Z0-9]|[\x00-\x08\x0b\x0c\x0e-\x1a]/g;

/* eslint-enable no-control-regex */

/** What a terminal shows, line by line, without empty lines at the end. What was overwritten is gone. */
export function toLines(output: string): ParseToken[][] {
  const parser = createAnsiSequenceParser();
  const lines = output
    .replace(COMMANDS, "")
    .replace(TO_BEGINNING, "\r")
    .replace(OTHERS, "")
    .replaceAll("\r\n", "\n")
    .replaceAll("\t", "        ")
    .split("\n")
    .map((line) => line.slice(line.lastIndexOf("\r") + 1))
    .map((line) => parser.parse(line).filter(({ value }) => value !== ""));
  while (lines.at(-1)?.every(({ value }) => value.trim() === "")) lines.pop();
  return lines;
}
