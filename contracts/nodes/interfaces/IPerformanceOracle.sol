// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { ScoreParameters } from "../libraries/Performance.sol";
import { INodeRegistry, SeatedSet, Thresholds } from "./INodeRegistry.sol";
import { PayTerms } from "./INodeRewards.sol";

/// @notice A reporter of Phase 1.
/// @param reporter The address that signs.
/// @param operator Whose node it never scores: the operator it belongs to; zero for an independent one.
struct Member {
    address reporter;
    address operator;
}

/// @notice All that governs the measurement, the confinement and the pay of an epoch.
/// @param score How measurements become scores.
/// @param thresholds Which scores keep and get a seat.
/// @param pay How scores are paid and penalized.
/// @param committee The reporters of Phase 1, 1 to 32 of them, no address twice.
struct Configuration {
    ScoreParameters score;
    Thresholds thresholds;
    PayTerms pay;
    Member[] committee;
}

/// @notice A report as it is handed in.
/// @param index The reporter: its place in the committee in Phase 1, in the seated set in Phase 2.
/// @param data Per node of the seated set, in its order, 8 bytes: successful probes (2), all probes (2), sum of the latencies
/// of the successful ones in milliseconds (4). No probes is no data.
/// @param signature The reporter's signature of {IPerformanceOracle-reportDigest}, 65 bytes.
struct SignedReport {
    uint256 index;
    bytes data;
    bytes signature;
}

/// @notice What a reporter signs, by EIP-712.
/// @param epoch The epoch that was measured.
/// @param phase The phase in force in it.
/// @param reporter The committee member's address in Phase 1, the operator's in Phase 2.
/// @param setHash The hash of the set seated at the opening.
/// @param configurationHash The hash of the configuration in force.
/// @param dataHash keccak256 of the data.
struct Report {
    uint256 epoch;
    INodeRegistry.Phase phase;
    address reporter;
    bytes32 setHash;
    bytes32 configurationHash;
    bytes32 dataHash;
}

/// @title IPerformanceOracle
/// @notice Turns the reporters' signed measurements of an epoch into one score per node, and settles the epoch with them, in
/// one transaction that anyone may send.
///
/// In Phase 1 the committee reports, and every report has the same weight. In Phase 2 every seated node reports on all
/// others, with its stake weight at the opening, at most 10 % of all. Of each node the median uptime and the median latency
/// count; where the reports are split in halves, the better one for the node does, so that a penalty needs more than half.
///
/// Epoch e can be finalized while the next one runs: at once if all N reports are in; from 6 hours on with ⌊2N/3⌋ + 1 of them
/// if every node has data; from 12 hours on also if some have none. After 24 hours it is missed, and nothing changes.
/// A node has data if 2⌊(N − 1)/3⌋ + 1 committee members other than its own report on it; in Phase 2, half of its peers, who
/// have two thirds of the peers' weight, and more than that before the 12 hours are over. So no choice of reports by the
/// sender lets less than a third of those who may report on a node lie successfully.
///
/// Whoever finalizes says the medians, and the contract proves that they are. Nothing depends on the sender: exactly one value
/// can be proved.
interface IPerformanceOracle {
    /// @notice `epoch` was finalized.
    /// @param setHash The hash of the set that was measured.
    /// @param configurationHash The hash of the configuration it was measured by.
    /// @param reporters One bit per reporter whose report was used, by its index.
    /// @param scores Per node of the set, in 1e18 fixed point; 2^256 − 1 where there was no data.
    event EpochFinalized(
        uint256 indexed epoch,
        bytes32 indexed setHash,
        bytes32 configurationHash,
        uint256 reporters,
        uint256[] scores
    );

    /// @notice `configuration`, whose hash is `configurationHash`, is in force from the opening of `fromEpoch` on.
    event ConfigurationSet(uint256 indexed fromEpoch, bytes32 configurationHash, Configuration configuration);

    /// @notice `operator` committed to its report of `epoch`.
    event Committed(address indexed operator, uint256 indexed epoch, bytes32 commitment);

    /// @notice `operator` signed two different reports for `epoch`; `prover` proved it.
    event EquivocationProven(address indexed operator, uint256 indexed epoch, address indexed prover);

    /// @notice The zero address was given where somebody has to stand.
    error ZeroAddress();

    /// @notice Only the epoch before the running one can be finalized: `finalizable`.
    error EpochNotFinalizable(uint256 epoch, uint256 finalizable);

    /// @notice `epoch` was finalized before.
    error EpochAlreadyFinalized(uint256 epoch);

    /// @notice Without all reports, the epoch can be finalized from `from` on.
    error TooEarlyToFinalize(uint256 epoch, uint256 from);

    /// @notice There are `given` reports of at least `needed`.
    error QuorumMissing(uint256 given, uint256 needed);

    /// @notice Nobody was seated at the opening of `epoch`, so there is nothing to score.
    error NobodySeated(uint256 epoch);

    /// @notice Only `given` reports have data on `operator`, which are too few or weigh too little, or no more than two thirds of
    /// what its peers do; with these, the epoch can be finalized from `from` on.
    error DataMissing(address operator, uint256 given, uint256 from);

    /// @notice There was no configuration yet in `epoch`.
    error NoConfiguration(uint256 epoch);

    /// @notice The configuration handed in is not the one in force in `epoch`.
    error WrongConfiguration(uint256 epoch, bytes32 configurationHash, bytes32 expected);

    /// @notice There is no reporter of this index; there are `count`.
    error UnknownReporter(uint256 index, uint256 count);

    /// @notice Reports must come in the order of their indices, none twice: `index` came after `previous`.
    error ReportOutOfOrder(uint256 index, uint256 previous);

    /// @notice The data of `reporter` has `length` bytes instead of `expected`.
    error WrongDataLength(address reporter, uint256 length, uint256 expected);

    /// @notice `reporter` has impossible numbers on `operator`: more successes than probes, or latencies without any.
    error ImpossibleData(address reporter, address operator, uint256 successes, uint256 probes, uint256 latencySumMs);

    /// @notice The medians have `length` bytes instead of `expected`.
    error WrongMediansLength(uint256 length, uint256 expected);

    /// @notice Of what the reports say of `operator`, one of these is not the median.
    error WrongMedians(address operator, uint256 uptime, uint256 latencyMs);

    /// @notice The report of `reporter` was signed by `signer`, or is for something else than what is finalized.
    error WrongSigner(address reporter, address signer);

    /// @notice What `reporter` handed in is not what it committed to before the end of the epoch.
    error WrongCommitment(address reporter, bytes32 commitment, bytes32 expected);

    /// @notice `account` is neither `operator` nor its node's key.
    error NotNode(address account, address operator);

    /// @notice Of `operator`, only equivocations in epochs from `from` to `to`, the running one, can be proven: each proof stands
    /// for all until then.
    error EpochNotProvable(address operator, uint256 epoch, uint256 from, uint256 to);

    /// @notice Both reports must be of one epoch of Phase 2 and of one reporter, and differ.
    error NoEquivocation();

    /// @notice A parameter is out of its range.
    error InvalidParameter(string name, uint256 value, uint256 min, uint256 max);

    /// @notice A threshold is no multiple of `unit`, in which the registry keeps scores.
    error InexactThreshold(string name, uint256 value, uint256 unit);

    /// @notice The committee must have 1 to `max` members; it has `count`.
    error InvalidCommitteeSize(uint256 count, uint256 max);

    /// @notice The committee has `reporter` twice, or the zero address.
    error InvalidMember(address reporter);

    /// @notice Finalizes an epoch: checks the reports and their medians, scores every node, confines and promotes, and settles
    /// the pay.
    /// @param epoch The epoch before the running one.
    /// @param set The set seated at its opening, as {INodeRegistry-SeatedSetRecorded} tells it.
    /// @param configuration The configuration in force in it, as {configurationAt} tells it.
    /// @param reports In the order of their indices.
    /// @param medians Per node of the set, in its order, 12 bytes: the upper median of the uptimes, in 1e18 fixed point (8
    /// bytes), and the lower median of the latencies in ms (4 bytes). Of a node without data, anything.
    /// @dev Reverts with the errors above, {INodeRegistry-WrongSet}, those of OpenZeppelin's ECDSA for a malformed signature,
    /// or EnforcedPause.
    function finalize(
        uint256 epoch,
        SeatedSet calldata set,
        Configuration calldata configuration,
        SignedReport[] calldata reports,
        bytes calldata medians
    ) external;

    /// @notice Commits the node of `operator` to its report of the running epoch; only the last one counts. For the operator
    /// or its node's key. Needed in Phase 2.
    /// @param commitment {commitmentOf} of the report.
    /// @dev Reverts with {NotNode}.
    function commit(address operator, bytes32 commitment) external;

    /// @notice Proves that a reporter of Phase 2 signed two different reports for one epoch: it is deactivated and slashed, once
    /// for all that it signed until now. Anyone may.
    /// @dev Reverts with {EpochNotProvable}, {NoEquivocation}, {WrongSigner}, or EnforcedPause.
    function proveEquivocation(
        Report calldata first,
        bytes calldata firstSignature,
        Report calldata second,
        bytes calldata secondSignature
    ) external;

    /// @notice Sets the configuration from the next epoch on. For the administrator.
    /// @dev Reverts with {InvalidParameter}, {InvalidCommitteeSize} or {InvalidMember}.
    function setConfiguration(Configuration calldata configuration) external;

    /// @notice Stops finalizations and proofs. For the pauser.
    function pause() external;

    /// @notice Ends a pause. For the administrator.
    function unpause() external;

    /// @return The configuration in force in `epoch`, as far as it is set.
    /// @dev Reverts with {NoConfiguration} for an epoch before the first one.
    function configurationAt(uint256 epoch) external view returns (Configuration memory);

    /// @return Its hash: keccak256 of its ABI encoding.
    /// @dev Like {configurationAt}.
    function configurationHashAt(uint256 epoch) external view returns (bytes32);

    /// @return Whether `epoch` was finalized.
    function isFinalized(uint256 epoch) external view returns (bool);

    /// @return What the node of `operator` committed to for `epoch`, the running one or the one before; zero if nothing.
    function commitmentAt(address operator, uint256 epoch) external view returns (bytes32);

    /// @return What the reporter signs: the EIP-712 digest of `report`.
    function reportDigest(Report calldata report) external view returns (bytes32);

    /// @return The commitment to a report: keccak256 of its digest and its signature, which keeps it secret until then.
    function commitmentOf(bytes32 digest, bytes calldata signature) external pure returns (bytes32);
}
