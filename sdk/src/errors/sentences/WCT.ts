import { account, capital, date, wct } from "../phrases.js";
import type { Sentences } from "./Sentences.js";

export const wctSentences = {
  ERC20InsufficientAllowance: ({ spender, allowance, needed }) =>
    `${spender} may take ${wct(allowance)}, but ${wct(needed)} are needed; approve that much first.`,
  ERC20InsufficientBalance: ({ sender, balance, needed }) =>
    `${sender} has ${wct(balance)}, but ${wct(needed)} are needed; use a smaller amount, or get ${wct(needed - balance)} more.`,
  ERC20InvalidApprover: ({ approver }) =>
    `${capital(account(approver))} cannot approve anything; call from an account.`,
  ERC20InvalidReceiver: ({ receiver }) =>
    `WCT cannot be sent to ${account(receiver)}; check the address that is to receive it.`,
  ERC20InvalidSender: ({ sender }) => `WCT cannot be sent from ${account(sender)}; check the address that is to pay.`,
  ERC20InvalidSpender: ({ spender }) =>
    `${capital(account(spender))} cannot be allowed to spend; check the address that is to be approved.`,
  ERC2612ExpiredSignature: ({ deadline }) => `The permit was valid until ${date(deadline)}; sign a new one.`,
  ERC2612InvalidSigner: ({ signer, owner }) =>
    `The permit was signed by ${signer} instead of ${owner}, or for another spender, amount or nonce; sign a new one as ${owner}.`,
} satisfies Sentences<"WCT">;
