import hre from "hardhat";
import { HardhatError } from "hardhat/internal/core/errors";
import { ParameterError, readParameters } from "./deployment/parameters";
import { checkRoles } from "./roles/checkRoles";
import { DOCUMENT, readDocumentedRights } from "./roles/documentedRights";
import { formatRights } from "./roles/formatRights";
import { RoleCheckError } from "./roles/RoleCheckError";

/** Prints who can do what on a network; fails on whatever is on the chain or in docs/roles.md but not in both. */
async function roles(): Promise<void> {
  const { deployments, ethers, network } = hre;
  const { rights, findings, book } = await checkRoles({
    records: await deployments.all(),
    provider: ethers.provider,
    network: network.name,
    parameters: readParameters(network.name),
    documented: readDocumentedRights(),
  });
  console.log(`\n${formatRights({ rights, book })}\n`);
  for (const finding of findings) console.error(`✗ ${finding}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
  console.log(
    findings.length === 0
      ? `${rights.length} rights on ${network.name}, exactly those of ${DOCUMENT}`
      : `\n${findings.length} ${findings.length === 1 ? "finding" : "findings"} on ${network.name}`,
  );
}

roles().catch((error: unknown) => {
  // Of what can be expected the message is enough; Hardhat's own errors are about the network.
  const isExpected =
    error instanceof RoleCheckError || error instanceof ParameterError || HardhatError.isHardhatError(error);
  console.error(isExpected ? `error: ${error.message}` : error);
  process.exitCode = 1;
});
