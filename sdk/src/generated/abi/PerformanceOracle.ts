// Generated from the contracts by `npm run build`. Never edited.
export const performanceOracleAbi = [
  {
    inputs: [
      {
        internalType: "contract INodeRegistry",
        name: "registry",
        type: "address",
      },
      {
        internalType: "contract INodeIdentities",
        name: "identities",
        type: "address",
      },
      {
        internalType: "contract INodeRewards",
        name: "rewards",
        type: "address",
      },
    ],
    stateMutability: "nonpayable",
    type: "constructor",
  },
  {
    inputs: [],
    name: "AccessControlBadConfirmation",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "account",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "neededRole",
        type: "bytes32",
      },
    ],
    name: "AccessControlUnauthorizedAccount",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "operator",
        type: "address",
      },
      {
        internalType: "uint256",
        name: "given",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "from",
        type: "uint256",
      },
    ],
    name: "DataMissing",
    type: "error",
  },
  {
    inputs: [],
    name: "ECDSAInvalidSignature",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "length",
        type: "uint256",
      },
    ],
    name: "ECDSAInvalidSignatureLength",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "s",
        type: "bytes32",
      },
    ],
    name: "ECDSAInvalidSignatureS",
    type: "error",
  },
  {
    inputs: [],
    name: "EnforcedPause",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "epoch",
        type: "uint256",
      },
    ],
    name: "EpochAlreadyFinalized",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "epoch",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "finalizable",
        type: "uint256",
      },
    ],
    name: "EpochNotFinalizable",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "operator",
        type: "address",
      },
      {
        internalType: "uint256",
        name: "epoch",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "from",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "to",
        type: "uint256",
      },
    ],
    name: "EpochNotProvable",
    type: "error",
  },
  {
    inputs: [],
    name: "ExpectedPause",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "reporter",
        type: "address",
      },
      {
        internalType: "address",
        name: "operator",
        type: "address",
      },
      {
        internalType: "uint256",
        name: "successes",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "probes",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "latencySumMs",
        type: "uint256",
      },
    ],
    name: "ImpossibleData",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "string",
        name: "name",
        type: "string",
      },
      {
        internalType: "uint256",
        name: "value",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "unit",
        type: "uint256",
      },
    ],
    name: "InexactThreshold",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "count",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "max",
        type: "uint256",
      },
    ],
    name: "InvalidCommitteeSize",
    type: "error",
  },
  {
    inputs: [],
    name: "InvalidInitialization",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "reporter",
        type: "address",
      },
    ],
    name: "InvalidMember",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "string",
        name: "name",
        type: "string",
      },
      {
        internalType: "uint256",
        name: "value",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "min",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "max",
        type: "uint256",
      },
    ],
    name: "InvalidParameter",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "epoch",
        type: "uint256",
      },
    ],
    name: "NoConfiguration",
    type: "error",
  },
  {
    inputs: [],
    name: "NoEquivocation",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "epoch",
        type: "uint256",
      },
    ],
    name: "NobodySeated",
    type: "error",
  },
  {
    inputs: [],
    name: "NotInitializing",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "account",
        type: "address",
      },
      {
        internalType: "address",
        name: "operator",
        type: "address",
      },
    ],
    name: "NotNode",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "given",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "needed",
        type: "uint256",
      },
    ],
    name: "QuorumMissing",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "index",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "previous",
        type: "uint256",
      },
    ],
    name: "ReportOutOfOrder",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint8",
        name: "bits",
        type: "uint8",
      },
      {
        internalType: "uint256",
        name: "value",
        type: "uint256",
      },
    ],
    name: "SafeCastOverflowedUintDowncast",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "epoch",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "from",
        type: "uint256",
      },
    ],
    name: "TooEarlyToFinalize",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "index",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "count",
        type: "uint256",
      },
    ],
    name: "UnknownReporter",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "reporter",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "commitment",
        type: "bytes32",
      },
      {
        internalType: "bytes32",
        name: "expected",
        type: "bytes32",
      },
    ],
    name: "WrongCommitment",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "epoch",
        type: "uint256",
      },
      {
        internalType: "bytes32",
        name: "configurationHash",
        type: "bytes32",
      },
      {
        internalType: "bytes32",
        name: "expected",
        type: "bytes32",
      },
    ],
    name: "WrongConfiguration",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "reporter",
        type: "address",
      },
      {
        internalType: "uint256",
        name: "length",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "expected",
        type: "uint256",
      },
    ],
    name: "WrongDataLength",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "operator",
        type: "address",
      },
      {
        internalType: "uint256",
        name: "uptime",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "latencyMs",
        type: "uint256",
      },
    ],
    name: "WrongMedians",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "length",
        type: "uint256",
      },
      {
        internalType: "uint256",
        name: "expected",
        type: "uint256",
      },
    ],
    name: "WrongMediansLength",
    type: "error",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "reporter",
        type: "address",
      },
      {
        internalType: "address",
        name: "signer",
        type: "address",
      },
    ],
    name: "WrongSigner",
    type: "error",
  },
  {
    inputs: [],
    name: "ZeroAddress",
    type: "error",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "address",
        name: "operator",
        type: "address",
      },
      {
        indexed: true,
        internalType: "uint256",
        name: "epoch",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "bytes32",
        name: "commitment",
        type: "bytes32",
      },
    ],
    name: "Committed",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "uint256",
        name: "fromEpoch",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "bytes32",
        name: "configurationHash",
        type: "bytes32",
      },
      {
        components: [
          {
            components: [
              {
                internalType: "uint64",
                name: "uptimeWeight",
                type: "uint64",
              },
              {
                internalType: "uint64",
                name: "latencyWeight",
                type: "uint64",
              },
              {
                internalType: "uint32",
                name: "goodLatencyMs",
                type: "uint32",
              },
              {
                internalType: "uint32",
                name: "badLatencyMs",
                type: "uint32",
              },
            ],
            internalType: "struct ScoreParameters",
            name: "score",
            type: "tuple",
          },
          {
            components: [
              {
                internalType: "uint64",
                name: "confinement",
                type: "uint64",
              },
              {
                internalType: "uint64",
                name: "promotion",
                type: "uint64",
              },
              {
                internalType: "uint8",
                name: "activeFloor",
                type: "uint8",
              },
            ],
            internalType: "struct Thresholds",
            name: "thresholds",
            type: "tuple",
          },
          {
            components: [
              {
                internalType: "uint16",
                name: "baseBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "reservedBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "shareCapBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "slashBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "equivocationSlashBps",
                type: "uint16",
              },
            ],
            internalType: "struct PayTerms",
            name: "pay",
            type: "tuple",
          },
          {
            components: [
              {
                internalType: "address",
                name: "reporter",
                type: "address",
              },
              {
                internalType: "address",
                name: "operator",
                type: "address",
              },
            ],
            internalType: "struct Member[]",
            name: "committee",
            type: "tuple[]",
          },
        ],
        indexed: false,
        internalType: "struct Configuration",
        name: "configuration",
        type: "tuple",
      },
    ],
    name: "ConfigurationSet",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [],
    name: "EIP712DomainChanged",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "uint256",
        name: "epoch",
        type: "uint256",
      },
      {
        indexed: true,
        internalType: "bytes32",
        name: "setHash",
        type: "bytes32",
      },
      {
        indexed: false,
        internalType: "bytes32",
        name: "configurationHash",
        type: "bytes32",
      },
      {
        indexed: false,
        internalType: "uint256",
        name: "reporters",
        type: "uint256",
      },
      {
        indexed: false,
        internalType: "uint256[]",
        name: "scores",
        type: "uint256[]",
      },
    ],
    name: "EpochFinalized",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "address",
        name: "operator",
        type: "address",
      },
      {
        indexed: true,
        internalType: "uint256",
        name: "epoch",
        type: "uint256",
      },
      {
        indexed: true,
        internalType: "address",
        name: "prover",
        type: "address",
      },
    ],
    name: "EquivocationProven",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: false,
        internalType: "uint64",
        name: "version",
        type: "uint64",
      },
    ],
    name: "Initialized",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: false,
        internalType: "address",
        name: "account",
        type: "address",
      },
    ],
    name: "Paused",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "role",
        type: "bytes32",
      },
      {
        indexed: true,
        internalType: "bytes32",
        name: "previousAdminRole",
        type: "bytes32",
      },
      {
        indexed: true,
        internalType: "bytes32",
        name: "newAdminRole",
        type: "bytes32",
      },
    ],
    name: "RoleAdminChanged",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "role",
        type: "bytes32",
      },
      {
        indexed: true,
        internalType: "address",
        name: "account",
        type: "address",
      },
      {
        indexed: true,
        internalType: "address",
        name: "sender",
        type: "address",
      },
    ],
    name: "RoleGranted",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: true,
        internalType: "bytes32",
        name: "role",
        type: "bytes32",
      },
      {
        indexed: true,
        internalType: "address",
        name: "account",
        type: "address",
      },
      {
        indexed: true,
        internalType: "address",
        name: "sender",
        type: "address",
      },
    ],
    name: "RoleRevoked",
    type: "event",
  },
  {
    anonymous: false,
    inputs: [
      {
        indexed: false,
        internalType: "address",
        name: "account",
        type: "address",
      },
    ],
    name: "Unpaused",
    type: "event",
  },
  {
    inputs: [],
    name: "DEFAULT_ADMIN_ROLE",
    outputs: [
      {
        internalType: "bytes32",
        name: "",
        type: "bytes32",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "INCOMPLETE_DELAY",
    outputs: [
      {
        internalType: "uint256",
        name: "",
        type: "uint256",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "MAX_COMMITTEE",
    outputs: [
      {
        internalType: "uint256",
        name: "",
        type: "uint256",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "PAUSER_ROLE",
    outputs: [
      {
        internalType: "bytes32",
        name: "",
        type: "bytes32",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "QUORUM_DELAY",
    outputs: [
      {
        internalType: "uint256",
        name: "",
        type: "uint256",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "operator",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "commitment",
        type: "bytes32",
      },
    ],
    name: "commit",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "operator",
        type: "address",
      },
      {
        internalType: "uint256",
        name: "epoch",
        type: "uint256",
      },
    ],
    name: "commitmentAt",
    outputs: [
      {
        internalType: "bytes32",
        name: "",
        type: "bytes32",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "digest",
        type: "bytes32",
      },
      {
        internalType: "bytes",
        name: "signature",
        type: "bytes",
      },
    ],
    name: "commitmentOf",
    outputs: [
      {
        internalType: "bytes32",
        name: "",
        type: "bytes32",
      },
    ],
    stateMutability: "pure",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "epoch",
        type: "uint256",
      },
    ],
    name: "configurationAt",
    outputs: [
      {
        components: [
          {
            components: [
              {
                internalType: "uint64",
                name: "uptimeWeight",
                type: "uint64",
              },
              {
                internalType: "uint64",
                name: "latencyWeight",
                type: "uint64",
              },
              {
                internalType: "uint32",
                name: "goodLatencyMs",
                type: "uint32",
              },
              {
                internalType: "uint32",
                name: "badLatencyMs",
                type: "uint32",
              },
            ],
            internalType: "struct ScoreParameters",
            name: "score",
            type: "tuple",
          },
          {
            components: [
              {
                internalType: "uint64",
                name: "confinement",
                type: "uint64",
              },
              {
                internalType: "uint64",
                name: "promotion",
                type: "uint64",
              },
              {
                internalType: "uint8",
                name: "activeFloor",
                type: "uint8",
              },
            ],
            internalType: "struct Thresholds",
            name: "thresholds",
            type: "tuple",
          },
          {
            components: [
              {
                internalType: "uint16",
                name: "baseBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "reservedBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "shareCapBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "slashBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "equivocationSlashBps",
                type: "uint16",
              },
            ],
            internalType: "struct PayTerms",
            name: "pay",
            type: "tuple",
          },
          {
            components: [
              {
                internalType: "address",
                name: "reporter",
                type: "address",
              },
              {
                internalType: "address",
                name: "operator",
                type: "address",
              },
            ],
            internalType: "struct Member[]",
            name: "committee",
            type: "tuple[]",
          },
        ],
        internalType: "struct Configuration",
        name: "",
        type: "tuple",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "epoch",
        type: "uint256",
      },
    ],
    name: "configurationHashAt",
    outputs: [
      {
        internalType: "bytes32",
        name: "",
        type: "bytes32",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "eip712Domain",
    outputs: [
      {
        internalType: "bytes1",
        name: "fields",
        type: "bytes1",
      },
      {
        internalType: "string",
        name: "name",
        type: "string",
      },
      {
        internalType: "string",
        name: "version",
        type: "string",
      },
      {
        internalType: "uint256",
        name: "chainId",
        type: "uint256",
      },
      {
        internalType: "address",
        name: "verifyingContract",
        type: "address",
      },
      {
        internalType: "bytes32",
        name: "salt",
        type: "bytes32",
      },
      {
        internalType: "uint256[]",
        name: "extensions",
        type: "uint256[]",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "epoch",
        type: "uint256",
      },
      {
        components: [
          {
            internalType: "uint256",
            name: "active",
            type: "uint256",
          },
          {
            internalType: "uint256",
            name: "reserved",
            type: "uint256",
          },
          {
            internalType: "address[]",
            name: "operators",
            type: "address[]",
          },
        ],
        internalType: "struct SeatedSet",
        name: "set",
        type: "tuple",
      },
      {
        components: [
          {
            components: [
              {
                internalType: "uint64",
                name: "uptimeWeight",
                type: "uint64",
              },
              {
                internalType: "uint64",
                name: "latencyWeight",
                type: "uint64",
              },
              {
                internalType: "uint32",
                name: "goodLatencyMs",
                type: "uint32",
              },
              {
                internalType: "uint32",
                name: "badLatencyMs",
                type: "uint32",
              },
            ],
            internalType: "struct ScoreParameters",
            name: "score",
            type: "tuple",
          },
          {
            components: [
              {
                internalType: "uint64",
                name: "confinement",
                type: "uint64",
              },
              {
                internalType: "uint64",
                name: "promotion",
                type: "uint64",
              },
              {
                internalType: "uint8",
                name: "activeFloor",
                type: "uint8",
              },
            ],
            internalType: "struct Thresholds",
            name: "thresholds",
            type: "tuple",
          },
          {
            components: [
              {
                internalType: "uint16",
                name: "baseBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "reservedBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "shareCapBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "slashBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "equivocationSlashBps",
                type: "uint16",
              },
            ],
            internalType: "struct PayTerms",
            name: "pay",
            type: "tuple",
          },
          {
            components: [
              {
                internalType: "address",
                name: "reporter",
                type: "address",
              },
              {
                internalType: "address",
                name: "operator",
                type: "address",
              },
            ],
            internalType: "struct Member[]",
            name: "committee",
            type: "tuple[]",
          },
        ],
        internalType: "struct Configuration",
        name: "configuration",
        type: "tuple",
      },
      {
        components: [
          {
            internalType: "uint256",
            name: "index",
            type: "uint256",
          },
          {
            internalType: "bytes",
            name: "data",
            type: "bytes",
          },
          {
            internalType: "bytes",
            name: "signature",
            type: "bytes",
          },
        ],
        internalType: "struct SignedReport[]",
        name: "reports",
        type: "tuple[]",
      },
      {
        internalType: "bytes",
        name: "medians",
        type: "bytes",
      },
    ],
    name: "finalize",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "role",
        type: "bytes32",
      },
    ],
    name: "getRoleAdmin",
    outputs: [
      {
        internalType: "bytes32",
        name: "",
        type: "bytes32",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "role",
        type: "bytes32",
      },
      {
        internalType: "uint256",
        name: "index",
        type: "uint256",
      },
    ],
    name: "getRoleMember",
    outputs: [
      {
        internalType: "address",
        name: "",
        type: "address",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "role",
        type: "bytes32",
      },
    ],
    name: "getRoleMemberCount",
    outputs: [
      {
        internalType: "uint256",
        name: "",
        type: "uint256",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "role",
        type: "bytes32",
      },
    ],
    name: "getRoleMembers",
    outputs: [
      {
        internalType: "address[]",
        name: "",
        type: "address[]",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "role",
        type: "bytes32",
      },
      {
        internalType: "address",
        name: "account",
        type: "address",
      },
    ],
    name: "grantRole",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "role",
        type: "bytes32",
      },
      {
        internalType: "address",
        name: "account",
        type: "address",
      },
    ],
    name: "hasRole",
    outputs: [
      {
        internalType: "bool",
        name: "",
        type: "bool",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "address",
        name: "admin",
        type: "address",
      },
      {
        components: [
          {
            components: [
              {
                internalType: "uint64",
                name: "uptimeWeight",
                type: "uint64",
              },
              {
                internalType: "uint64",
                name: "latencyWeight",
                type: "uint64",
              },
              {
                internalType: "uint32",
                name: "goodLatencyMs",
                type: "uint32",
              },
              {
                internalType: "uint32",
                name: "badLatencyMs",
                type: "uint32",
              },
            ],
            internalType: "struct ScoreParameters",
            name: "score",
            type: "tuple",
          },
          {
            components: [
              {
                internalType: "uint64",
                name: "confinement",
                type: "uint64",
              },
              {
                internalType: "uint64",
                name: "promotion",
                type: "uint64",
              },
              {
                internalType: "uint8",
                name: "activeFloor",
                type: "uint8",
              },
            ],
            internalType: "struct Thresholds",
            name: "thresholds",
            type: "tuple",
          },
          {
            components: [
              {
                internalType: "uint16",
                name: "baseBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "reservedBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "shareCapBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "slashBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "equivocationSlashBps",
                type: "uint16",
              },
            ],
            internalType: "struct PayTerms",
            name: "pay",
            type: "tuple",
          },
          {
            components: [
              {
                internalType: "address",
                name: "reporter",
                type: "address",
              },
              {
                internalType: "address",
                name: "operator",
                type: "address",
              },
            ],
            internalType: "struct Member[]",
            name: "committee",
            type: "tuple[]",
          },
        ],
        internalType: "struct Configuration",
        name: "configuration",
        type: "tuple",
      },
    ],
    name: "initialize",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "uint256",
        name: "epoch",
        type: "uint256",
      },
    ],
    name: "isFinalized",
    outputs: [
      {
        internalType: "bool",
        name: "",
        type: "bool",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "pause",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [],
    name: "paused",
    outputs: [
      {
        internalType: "bool",
        name: "",
        type: "bool",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        components: [
          {
            internalType: "uint256",
            name: "epoch",
            type: "uint256",
          },
          {
            internalType: "enum INodeRegistry.Phase",
            name: "phase",
            type: "uint8",
          },
          {
            internalType: "address",
            name: "reporter",
            type: "address",
          },
          {
            internalType: "bytes32",
            name: "setHash",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "configurationHash",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "dataHash",
            type: "bytes32",
          },
        ],
        internalType: "struct Report",
        name: "first",
        type: "tuple",
      },
      {
        internalType: "bytes",
        name: "firstSignature",
        type: "bytes",
      },
      {
        components: [
          {
            internalType: "uint256",
            name: "epoch",
            type: "uint256",
          },
          {
            internalType: "enum INodeRegistry.Phase",
            name: "phase",
            type: "uint8",
          },
          {
            internalType: "address",
            name: "reporter",
            type: "address",
          },
          {
            internalType: "bytes32",
            name: "setHash",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "configurationHash",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "dataHash",
            type: "bytes32",
          },
        ],
        internalType: "struct Report",
        name: "second",
        type: "tuple",
      },
      {
        internalType: "bytes",
        name: "secondSignature",
        type: "bytes",
      },
    ],
    name: "proveEquivocation",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "role",
        type: "bytes32",
      },
      {
        internalType: "address",
        name: "callerConfirmation",
        type: "address",
      },
    ],
    name: "renounceRole",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        components: [
          {
            internalType: "uint256",
            name: "epoch",
            type: "uint256",
          },
          {
            internalType: "enum INodeRegistry.Phase",
            name: "phase",
            type: "uint8",
          },
          {
            internalType: "address",
            name: "reporter",
            type: "address",
          },
          {
            internalType: "bytes32",
            name: "setHash",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "configurationHash",
            type: "bytes32",
          },
          {
            internalType: "bytes32",
            name: "dataHash",
            type: "bytes32",
          },
        ],
        internalType: "struct Report",
        name: "report",
        type: "tuple",
      },
    ],
    name: "reportDigest",
    outputs: [
      {
        internalType: "bytes32",
        name: "",
        type: "bytes32",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "bytes32",
        name: "role",
        type: "bytes32",
      },
      {
        internalType: "address",
        name: "account",
        type: "address",
      },
    ],
    name: "revokeRole",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        components: [
          {
            components: [
              {
                internalType: "uint64",
                name: "uptimeWeight",
                type: "uint64",
              },
              {
                internalType: "uint64",
                name: "latencyWeight",
                type: "uint64",
              },
              {
                internalType: "uint32",
                name: "goodLatencyMs",
                type: "uint32",
              },
              {
                internalType: "uint32",
                name: "badLatencyMs",
                type: "uint32",
              },
            ],
            internalType: "struct ScoreParameters",
            name: "score",
            type: "tuple",
          },
          {
            components: [
              {
                internalType: "uint64",
                name: "confinement",
                type: "uint64",
              },
              {
                internalType: "uint64",
                name: "promotion",
                type: "uint64",
              },
              {
                internalType: "uint8",
                name: "activeFloor",
                type: "uint8",
              },
            ],
            internalType: "struct Thresholds",
            name: "thresholds",
            type: "tuple",
          },
          {
            components: [
              {
                internalType: "uint16",
                name: "baseBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "reservedBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "shareCapBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "slashBps",
                type: "uint16",
              },
              {
                internalType: "uint16",
                name: "equivocationSlashBps",
                type: "uint16",
              },
            ],
            internalType: "struct PayTerms",
            name: "pay",
            type: "tuple",
          },
          {
            components: [
              {
                internalType: "address",
                name: "reporter",
                type: "address",
              },
              {
                internalType: "address",
                name: "operator",
                type: "address",
              },
            ],
            internalType: "struct Member[]",
            name: "committee",
            type: "tuple[]",
          },
        ],
        internalType: "struct Configuration",
        name: "configuration",
        type: "tuple",
      },
    ],
    name: "setConfiguration",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
  {
    inputs: [
      {
        internalType: "bytes4",
        name: "interfaceId",
        type: "bytes4",
      },
    ],
    name: "supportsInterface",
    outputs: [
      {
        internalType: "bool",
        name: "",
        type: "bool",
      },
    ],
    stateMutability: "view",
    type: "function",
  },
  {
    inputs: [],
    name: "unpause",
    outputs: [],
    stateMutability: "nonpayable",
    type: "function",
  },
] as const;
