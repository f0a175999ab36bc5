/** A deployment cannot go on, or did not end as it should. */
export class DeploymentError extends Error {
  override readonly name = "DeploymentError";
}
