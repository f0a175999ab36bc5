export { listRoles } from "./listRoles.js";
export type { RoleEntry } from "./RoleEntry.js";
