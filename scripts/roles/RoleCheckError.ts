/** Rights could not be read or compared. */
export class RoleCheckError extends Error {
  override readonly name = "RoleCheckError";
}
