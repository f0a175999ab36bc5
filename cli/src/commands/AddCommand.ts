import type { Command } from "commander";
import type { Surroundings } from "../Surroundings.js";

/** Adds a command to the program, or to a group of commands. */
export type AddCommand = (parent: Command, surroundings: Surroundings) => void;
