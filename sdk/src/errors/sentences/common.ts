import { id, ZeroHash } from "ethers";
import type { ErrorArgs, ErrorName } from "../ErrorArgs.js";
import { count, date, wct, weekStartsAround } from "../phrases.js";

/** Errors that mean the same in every contract: OpenZeppelin's, and those of the shared libraries. */
export const commonSentences = {
  AccessControlBadConfirmation: () =>
    "A role can be renounced only by the account that has it: give the caller's own address as the confirmation.",
  AccessControlUnauthorizedAccount: ({ account, neededRole }) =>
    `${account} may not do this: it lacks the ${roleName(neededRole)}. Call from an account that has the role, or have it granted.`,
  AddressEmptyCode: ({ target }) => `There is no contract at ${target}; check the address.`,
  CheckpointUnorderedInsertion: () =>
    "A record would come before one that was made later, which the chain's clock should rule out; try again in the next block.",
  ECDSAInvalidSignature: () => "The signature is not a valid one; sign anew.",
  ECDSAInvalidSignatureLength: ({ length }) =>
    `The signature has ${count(length)} bytes instead of 65; hand in the whole signature, r, s and v.`,
  ECDSAInvalidSignatureS: ({ s }) =>
    `The signature's s value, ${s}, is in the upper half of the curve, where signatures are not accepted; sign anew with a common library.`,
  ERC6372InconsistentClock: () =>
    "The clock of the votes is not the one that was expected; the contracts do not fit each other, so tell the maintainers.",
  EnforcedPause: () => "The contract is paused; try again once the administrator has ended the pause.",
  ExpectedPause: () => "The contract is not paused, so there is no pause to end.",
  FailedCall: () =>
    "A call inside the transaction failed without a reason; simulate that call on its own to see whether its target and data are right.",
  InvalidAccountNonce: ({ account, currentNonce }) =>
    `The signature was made for another nonce than the current one of ${account}, ${count(currentNonce)}: it was used already, or others come first. Sign anew.`,
  InvalidInitialization: () => "The contract is initialized already; that happens only once.",
  InvalidShortString: () => "A text kept by the contract is damaged; tell the maintainers.",
  NotInitializing: () => "That is possible only while the contract is being initialized.",
  NotWeekStart: ({ timestamp }) => {
    const [before, after] = weekStartsAround(timestamp);
    return `${date(timestamp)} is not the start of a week; weeks begin on Thursdays 00:00 UTC. The nearest are ${date(before)} and ${date(after)}.`;
  },
  ReentrancyGuardReentrantCall: () =>
    "The contract was called again while it was still at work; call it once the first call is done.",
  SafeCastOverflowedUintDowncast: ({ bits, value }) =>
    `${count(value)} is too large: it must be below 2^${bits}. Use a smaller value.`,
  SafeERC20FailedOperation: ({ token }) =>
    `The token at ${token} refused the transfer; check the balance and the allowance that it needs.`,
  StringTooLong: ({ str }) => `"${str}" is too long: at most 31 characters fit.`,
  TransferNotWhole: ({ expected, received }) =>
    `${wct(expected)} had to arrive, but ${wct(received)} did: the token takes a fee or tells wrong balances, so it cannot be used here.`,
  ZeroAddress: () => "The zero address was given where an account or a contract is needed; give its address.",
} satisfies { readonly [N in ErrorName]?: (args: ErrorArgs<N>) => string };

/** The roles of all contracts. */
const roles = [
  "PAUSER_ROLE",
  "DISTRIBUTOR_ROLE",
  "MIGRATOR_ROLE",
  "SLASHER_ROLE",
  "ORACLE_ROLE",
  "REGISTRAR_ROLE",
  "REGISTRY_ROLE",
  "GUARDIAN_ROLE",
  "CERTIFIER_ROLE",
  "PROPOSER_ROLE",
  "EXECUTOR_ROLE",
  "CANCELLER_ROLE",
];

/** "administrator role", "pauser role"; the hash of one that is not known. */
function roleName(role: string): string {
  if (role === ZeroHash) return "administrator role";
  const known = roles.find((name) => id(name) === role);
  return known === undefined ? `role ${role}` : known.toLowerCase().replace("_", " ");
}
