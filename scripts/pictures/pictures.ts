import { localRoles } from "../local/localAccounts";

/** What is to be seen on a picture. */
export type Shows =
  | {
      /** The end of what `npm start` prints, from this line on. */
      startFrom: string;
    }
  | {
      /** The command line's arguments. */
      args: string[];
      /** Whose key it has, by the account's place on the chain. */
      account?: number;
      /** Once it has printed this it is ended as with Ctrl-C; without it, it ends by itself. */
      until?: string;
    };

export interface Picture {
  /** Of its file. */
  name: string;
  /** For those who do not see it. */
  title: string;
  /** What is typed. */
  command: string;
  shows: Shows;
}

/** The scenario's first staker. */
const staker = localRoles.length;
const funder = localRoles.indexOf("funder");

/** All pictures, in the order in which they are taken: the chain goes on from each to the next. */
export const pictures: readonly Picture[] = [
  {
    name: "start",
    title: "The end of what npm start prints: how to connect",
    command: "npm start",
    shows: { startFrom: "Connect a wallet" },
  },
  {
    name: "status",
    title: "stakeweight status: a position, its weight and votes, and what it can claim",
    command: "stakeweight status",
    shows: { args: ["status"], account: staker },
  },
  {
    name: "weeks",
    title: "stakeweight weeks: rewards week by week, and what each preset earns",
    command: "stakeweight weeks",
    shows: { args: ["weeks"] },
  },
  {
    name: "nodes",
    title: "stakeweight nodes: every node with its status, seat, weight and score",
    command: "stakeweight nodes",
    shows: { args: ["nodes"] },
  },
  {
    name: "keeper",
    title: "stakeweight keeper: its log as it does what is due",
    command: "stakeweight keeper",
    shows: { args: ["keeper"], account: funder, until: '"duty":"callUp"' },
  },
  {
    name: "unlock",
    title: "stakeweight unlock: what it costs, before and after, and its confirmation",
    command: "stakeweight unlock --yes",
    shows: { args: ["unlock", "--yes"], account: staker },
  },
];
