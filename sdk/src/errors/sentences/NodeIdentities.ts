import { account, count } from "../phrases.js";
import type { Sentences } from "./Sentences.js";

export const nodeIdentitiesSentences = {
  EndpointTaken: ({ endpoint, operator }) =>
    `The endpoint "${endpoint}" belongs to the node of ${operator}; choose another one.`,
  InvalidEndpoint: ({ endpoint, maxLength }) =>
    `"${endpoint}" cannot be an endpoint: it must have 1 to ${count(maxLength)} characters, printable ASCII without blanks and capital letters.`,
  KeyTaken: ({ key, operator }) =>
    `The key ${key} belongs to the node of ${operator} for ever; make a key of your own.`,
  NotRegistered: ({ operator }) => `${operator} has no registered node; register it first.`,
  WrongKeySignature: ({ key, signer }) =>
    `The proof that you hold the key ${key} was signed by ${account(signer)}, or for another operator; sign it with the key itself.`,
} satisfies Sentences<"NodeIdentities">;
