import type { AddressBook } from "./addressBook";
import { DOCUMENT, type DocumentedRight } from "./documentedRights";
import type { ChainRights, Right } from "./types";

/** A right that is documented or held or both. */
export interface ComparedRight extends Right {
  isHeld: boolean;
  isDocumented: boolean;
}

export interface Comparison {
  rights: ComparedRight[];
  /** What is held and not documented, documented and not held, or administered by others; empty if all is well. */
  findings: string[];
}

/** Compares the rights on the chain with those that docs/roles.md lists. */
export function compareRights(options: {
  chain: ChainRights;
  documented: DocumentedRight[];
  book: AddressBook;
}): Comparison {
  const { chain, documented, book } = options;
  const findings: string[] = [];
  const expected: Right[] = [];
  for (const { contract, right, holder, isOptional, line } of documented) {
    const address = book.addressOf(holder);
    if (isOptional && (address === undefined || book.addressOf(contract) === undefined)) continue;
    if (address === undefined) {
      findings.push(`${contract}: ${holder}, which ${relation(right)} by ${DOCUMENT}, line ${line}, is not deployed`);
      continue;
    }
    const listed = { contract, right, holder: address };
    expected.push(listed);
    if (!chain.rights.some((held) => isSame(held, listed))) {
      findings.push(`${contract}: ${called(address, book)} ${missing(right)}, which ${DOCUMENT} lists in line ${line}`);
    }
  }
  const surplus = chain.rights.filter((held) => !expected.some((listed) => isSame(held, listed)));
  for (const { contract, right, holder } of surplus) {
    findings.push(`${contract}: ${called(holder, book)} ${relation(right)}, which ${DOCUMENT} does not list`);
  }
  for (const { contract, role, admin } of chain.foreignRoleAdmins) {
    findings.push(`${contract}: ${role} is administered by ${admin} and not by DEFAULT_ADMIN_ROLE`);
  }
  const missed = expected.filter((listed) => !chain.rights.some((held) => isSame(held, listed)));
  const rights = [
    ...chain.rights.map((right) => ({ ...right, isHeld: true, isDocumented: !surplus.includes(right) })),
    ...missed.map((right) => ({ ...right, isHeld: false, isDocumented: true })),
  ];
  return { rights: rights.sort(byContractAndRight), findings };
}

function isSame(one: Right, other: Right): boolean {
  return one.contract === other.contract && one.right === other.right && one.holder === other.holder;
}

function byContractAndRight(one: Right, other: Right): number {
  return one.contract.localeCompare(other.contract) || one.right.localeCompare(other.right);
}

function called(address: string, book: AddressBook): string {
  const name = book.nameOf(address);
  return name === address || name === "anyone" ? name : `${name} (${address})`;
}

/** Roles are held; the other rights are what somebody is. */
function isRole(right: string): boolean {
  return right.endsWith("_ROLE") || right.startsWith("0x");
}

function relation(right: string): string {
  return isRole(right) ? `holds ${right}` : `is ${right}`;
}

function missing(right: string): string {
  return isRole(right) ? `lacks ${right}` : `is not ${right}`;
}
