import { registry } from "stakeweight-sdk";
import { write } from "../../write/write.js";
import { act } from "../act.js";
import type { AddCommand } from "../AddCommand.js";
import { examples } from "../examples.js";
import { withWriteOptions } from "../withWriteOptions.js";
import { nodeResult } from "./nodeResult.js";
import { statusChange } from "./statusChange.js";

/** `node confirm`: confirms a call-up. */
export const addNodeConfirm: AddCommand = (parent, surroundings) => {
  const command = withWriteOptions(
    parent
      .command("confirm")
      .summary("confirm the call-up of your node")
      .description(
        "Confirms that your called-up machine is ready, from one hour after the call-up on, within 24 hours.",
      ),
  ).addHelpText("after", examples("node confirm --keystore alice"));
  act(command, surroundings, async (context) => {
    const connection = await context.connectToWrite();
    const call = registry.confirm(connection);
    const [before, after] = await Promise.all([
      registry.nodeOf(connection, { operator: connection.account! }),
      registry.previewNode(connection, { call }),
    ]);
    const title = "Confirm the call-up of your node";
    await write(context, connection, {
      title,
      steps: [{ call, description: title }],
      changes: [statusChange(before.status, after.status)],
      result: () => nodeResult(connection),
    });
  });
};
