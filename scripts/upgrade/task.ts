import { TASK_COMPILE } from "hardhat/builtin-tasks/task-names";
import { task } from "hardhat/config";
import { HardhatError } from "hardhat/internal/core/errors";

interface Arguments {
  contract: string;
  implementation?: string;
  data?: string;
  description?: string;
}

task("prepare-upgrade", "Checks and deploys an implementation, and prints the proposal to upgrade to it")
  .addParam("contract", "The proxied contract to upgrade, by the name of its record")
  .addOptionalParam("implementation", "The contract that follows; by default the same, changed in place")
  .addOptionalParam("data", "What the proxy calls on itself within the upgrade, encoded: a reinitializer")
  .addOptionalParam("description", "The proposal's description")
  .setAction(async (options: Arguments, hre) => {
    await hre.run(TASK_COMPILE, { quiet: true });
    // Only now: the bindings may have been renewed, and the configuration must not load what needs it.
    const { DeploymentError } = await import("../deployment/DeploymentError");
    const { formatUpgrade } = await import("./formatUpgrade");
    const { prepareUpgrade } = await import("./prepareUpgrade");
    const { UpgradeError } = await import("./UpgradeError");
    try {
      console.log(`\n${formatUpgrade(await prepareUpgrade({ hre, ...options }))}\n`);
    } catch (error) {
      // Of what can be expected the message is enough; Hardhat's own errors are about the network and names of contracts.
      const isExpected =
        error instanceof UpgradeError || error instanceof DeploymentError || HardhatError.isHardhatError(error);
      if (!isExpected) throw error;
      console.error(`error: ${error.message.trimEnd()}`);
      process.exitCode = 1;
    }
  });
