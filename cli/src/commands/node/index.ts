import type { AddCommand } from "../AddCommand.js";
import { examples } from "../examples.js";
import { addNodeConfirm } from "./confirm.js";
import { addNodeLeave } from "./leave.js";
import { addNodeRegister } from "./register.js";

/** `node`: what an operator does with its node. */
export const addNode: AddCommand = (parent, surroundings) => {
  const group = parent
    .command("node")
    .summary("register your node, confirm its call-up, or leave")
    .description("What an operator does with its node; the position behind it is the operator's own.")
    .addHelpText(
      "after",
      examples(
        "node register --endpoint https://node.example --node-keystore node-key --keystore alice",
        "node confirm --keystore alice",
        "node leave --keystore alice",
      ),
    );
  for (const add of [addNodeRegister, addNodeConfirm, addNodeLeave]) add(group, surroundings);
};
