import { registry } from "stakeweight-sdk";
import { formatDate } from "../../output/formatTime.js";
import { change } from "../../write/Plan.js";
import { write } from "../../write/write.js";
import { act } from "../act.js";
import type { AddCommand } from "../AddCommand.js";
import { examples } from "../examples.js";
import { withWriteOptions } from "../withWriteOptions.js";
import { nodeResult } from "./nodeResult.js";
import { statusChange } from "./statusChange.js";

/** `node leave`: deactivates the operator's node. */
export const addNodeLeave: AddCommand = (parent, surroundings) => {
  const command = withWriteOptions(
    parent
      .command("leave")
      .summary("deactivate your node")
      .description("Deactivates your node, which gives up its seat. The position behind it stays as it is."),
  ).addHelpText("after", examples("node leave --keystore alice"));
  act(command, surroundings, async (context) => {
    const connection = await context.connectToWrite();
    const call = registry.leave(connection);
    const [before, after] = await Promise.all([
      registry.nodeOf(connection, { operator: connection.account! }),
      registry.previewNode(connection, { call }),
    ]);
    const title = "Deactivate your node";
    const format = (timestamp: bigint) => (timestamp === 0n ? "at any time" : formatDate(timestamp));
    await write(context, connection, {
      title,
      steps: [{ call, description: title }],
      changes: [
        statusChange(before.status, after.status),
        change("returnsAt", "Can return", { before: before.returnsAt, after: after.returnsAt, format }),
      ],
      ...(before.isSeated
        ? { warnings: ["Its pay for the running epoch, and for one that is not finalized yet, is forfeited."] }
        : {}),
      result: () => nodeResult(connection),
    });
  });
};
