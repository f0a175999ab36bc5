import type { AddCommand } from "../AddCommand.js";
import { addNodeConfirm } from "./confirm.js";
import { addNodeLeave } from "./leave.js";
import { addNodeRegister } from "./register.js";

/** `node`: what an operator does with its node. */
export const addNode: AddCommand = (parent, surroundings) => {
  const group = parent
    .command("node")
    .summary("register your node, confirm its call-up, or leave")
    .description("What an operator does with its node; the position behind it is the operator's own.");
  for (const add of [addNodeRegister, addNodeConfirm, addNodeLeave]) add(group, surroundings);
};
