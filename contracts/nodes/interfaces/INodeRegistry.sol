// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { IStakeWeight } from "../../staking/interfaces/IStakeWeight.sol";

/// @notice The nodes that were seated at the opening of an epoch: Active or Reserved.
/// @param active One bit per seat, set for the Active ones.
/// @param reserved One bit per seat, set for the Reserved ones.
/// @param operators Who held those seats, in the order of their bits, the lowest first.
struct SeatedSet {
    uint256 active;
    uint256 reserved;
    address[] operators;
}

/// @notice From which scores on a node keeps and gets an active seat. Scores are in 1e18 fixed point.
/// @param confinement Below it a node is confined; a score equal to it passes.
/// @param promotion A Reserved node with at least this as its last score may become Active.
/// @param activeFloor Confinement stops at so many Active nodes; with fewer, `confinement` is enough for a promotion.
struct Thresholds {
    uint64 confinement;
    uint64 promotion;
    uint8 activeFloor;
}

/// @notice What is known of a set when its epoch is finalized.
/// @param setHash The hash of the set at the opening of the epoch.
/// @param active The seats of the set that were Active then.
/// @param reserved The seats that were Reserved.
/// @param scores Per node of the set, in its order; 2^256 − 1 where there is none.
/// @param qualified One bit per node of the set, in its order: whether its position qualifies now.
struct Scoring {
    bytes32 setHash;
    uint256 active;
    uint256 reserved;
    uint256[] scores;
    uint256 qualified;
}

/// @title INodeRegistry
/// @notice Keeps every node's status, from its registration to its leaving, and the seats of those that serve.
///
/// A node is known by its operator, the account that holds the position behind it: an account has one node. It serves from
/// one of 32 seats. Seats in the status Active are at most 15, those that are Active or Reserved are filled up to a target by
/// calling up Standby nodes. No call walks anything longer than the seats.
///
/// Times are in unix seconds, an epoch is a UTC day, stake weights are in wei.
interface INodeRegistry {
    /// @notice Where a node stands.
    /// @custom:value None Never registered.
    /// @custom:value Standby Ready to be called up.
    /// @custom:value Reserved Seated, measured, to take over an active seat.
    /// @custom:value Active Seated, measured, serving.
    /// @custom:value Confined Failed; Reserved again 24 hours later.
    /// @custom:value Deactivated Out, until its operator registers it anew.
    enum Status {
        None,
        Standby,
        Reserved,
        Active,
        Confined,
        Deactivated
    }

    /// @notice Who measures, and who may enter.
    /// @custom:value One A committee measures; operators enter by an allowlist.
    /// @custom:value Two The seated nodes measure each other; everybody may enter.
    enum Phase {
        One,
        Two
    }

    /// @notice Why a node was deactivated.
    /// @custom:value Left Its operator left.
    /// @custom:value CallUpMissed It did not confirm its call-up in time.
    /// @custom:value Unqualified Its position meets the requirement no longer.
    /// @custom:value Removed The registrar removed it, in Phase 1.
    /// @custom:value Equivocation It signed two different reports for one epoch.
    enum Reason {
        Left,
        CallUpMissed,
        Unqualified,
        Removed,
        Equivocation
    }

    /// @notice All that is kept of a node.
    /// @param status Its status now.
    /// @param registration Its number in the order of registrations, a new one each time; 0 if it never registered.
    /// @param isSeated Whether it is Active or Reserved.
    /// @param confirmBy If it is called up: until when it has to confirm. Otherwise 0.
    /// @param returnsAt While it is Confined: when that ends. If it was deactivated: from when on it can register anew. Otherwise 0.
    /// @param hasScore Whether it was scored since it was seated.
    /// @param lastScore Its last score, in 1e18 fixed point.
    struct Node {
        Status status;
        uint256 registration;
        bool isSeated;
        uint256 confirmBy;
        uint256 returnsAt;
        bool hasScore;
        uint256 lastScore;
    }

    /// @notice `operator` registered its node as number `registration`; it is Standby.
    event Registered(address indexed operator, uint256 registration);

    /// @notice `operator` is called up for `seat` and has to confirm before `confirmBy`.
    event CalledUp(address indexed operator, uint256 indexed seat, uint256 confirmBy);

    /// @notice A node of more stake weight took the place of `operator`, which is Standby as before.
    event Displaced(address indexed operator, uint256 indexed seat);

    /// @notice `operator` confirmed its call-up: Reserved.
    event Confirmed(address indexed operator, uint256 indexed seat);

    /// @notice `operator` became Active.
    event Promoted(address indexed operator, uint256 indexed seat);

    /// @notice `operator` failed and is Confined until `until`.
    event Confined(address indexed operator, uint256 indexed seat, uint256 until);

    /// @notice The confinement of `operator` is over: Reserved.
    event Released(address indexed operator, uint256 indexed seat);

    /// @notice `operator` was deactivated.
    event Deactivated(address indexed operator, Reason reason);

    /// @notice The set whose hash is `setHash` is this one.
    event SeatedSetRecorded(bytes32 indexed setHash, SeatedSet set);

    /// @notice `epoch` opened with the set whose hash is `setHash`.
    event EpochOpened(uint256 indexed epoch, bytes32 indexed setHash);

    /// @notice More than a third of the nodes that were Active at the opening of `epoch`, and kept their seats, failed in it,
    /// `failed` of `active`: nobody is confined.
    event ConfinementSuspended(uint256 indexed epoch, uint256 failed, uint256 active);

    /// @notice `operator` failed in `epoch` and stays Active, because too few nodes are left to replace it.
    event Spared(address indexed operator, uint256 indexed epoch);

    /// @notice Seats are filled up to `active` Active and `active` + `reserved` in all from now on.
    event TargetsSet(uint256 active, uint256 reserved);

    /// @notice `phase` is in force from the opening of `fromEpoch` on.
    event PhaseSet(Phase phase, uint256 fromEpoch);

    /// @notice `operator` may register in Phase 1, or no longer.
    event AllowedSet(address indexed operator, bool allowed);

    /// @notice The zero address was given where somebody has to stand.
    error ZeroAddress();

    /// @notice `operator` is not on the allowlist of Phase 1.
    error NotAllowed(address operator);

    /// @notice The position of `operator` is not what a node needs: Locked, at least `minAmount` wei, at least
    /// `minPresetWeeks`.
    error StakeNotQualified(address operator, uint256 minAmount, uint256 minPresetWeeks);

    /// @notice The position of `operator` is what a node needs.
    error StakeQualified(address operator);

    /// @notice `operator` has the status `status`, which does not allow this.
    error WrongStatus(address operator, Status status);

    /// @notice The node of `operator` gave up its seat or its call-up; it can register anew from `from` on.
    error TooEarlyToReturn(address operator, uint256 from);

    /// @notice `operator` is called up already.
    error AlreadyCalledUp(address operator);

    /// @notice `operator` is not called up.
    error NotCalledUp(address operator);

    /// @notice All places are taken: `occupied` nodes are seated or called up, the target is `target`.
    error NoFreePlace(uint256 occupied, uint256 target);

    /// @notice Every seat is taken, those of confined nodes included.
    error NoFreeSeat();

    /// @notice `candidate` has `weight`, which is not more than the `standing` of the node that it would displace.
    error NotStronger(address candidate, uint256 weight, uint256 standing);

    /// @notice `operator` could be displaced before `until`; now it is its turn to confirm.
    error TooLateToDisplace(address operator, uint256 until);

    /// @notice The call-up can be confirmed only from `from` on, so that stronger nodes have a chance.
    error TooEarlyToConfirm(address operator, uint256 from);

    /// @notice The call-up of `operator` had to be confirmed before `confirmBy`.
    error CallUpExpired(address operator, uint256 confirmBy);

    /// @notice The call-up of `operator` can be confirmed until `confirmBy`.
    error CallUpNotExpired(address operator, uint256 confirmBy);

    /// @notice `phase` is the last one that was set.
    error PhaseUnchanged(Phase phase);

    /// @notice That is possible in Phase 1 only.
    error NotInPhaseOne();

    /// @notice `active` must lie in 1..`maxActive`, and both targets together be at most `maxSeated`.
    error InvalidTargets(uint256 active, uint256 reserved, uint256 maxActive, uint256 maxSeated);

    /// @notice The set of `epoch` is not known any more, or not yet; only those of the running epoch and the one before are.
    error UnknownEpoch(uint256 epoch, uint256 running);

    /// @notice The set handed in is not the one that was seated at the opening of `epoch`.
    error WrongSet(uint256 epoch, bytes32 setHash, bytes32 expected);

    /// @notice Registers the caller's node, or registers it anew after it was deactivated: Standby.
    /// @param key The address that signs its reports, never another operator's.
    /// @param endpoint Where it answers; no other registered node's.
    /// @param keySignature `key`'s signature of {INodeIdentities-keyDigest}, which proves that the caller holds it.
    /// @dev Reverts with {WrongStatus}, {TooEarlyToReturn}, {NotAllowed}, {StakeNotQualified}, like {INodeIdentities-setKey} and
    /// {INodeIdentities-setEndpoint}, or with EnforcedPause.
    function register(address key, string calldata endpoint, bytes calldata keySignature) external;

    /// @notice Calls up a Standby node, which has 24 hours to confirm, or displaces a called-up one. Anyone may.
    /// @param candidate Whom to call up.
    /// @param displaced Zero while a place is free. Otherwise a node of less stake weight that was called up for its place less
    /// than an hour ago, or displaced another there; it is Standby again, and its deadline is the candidate's. For one whose
    /// call-up expired, {deactivateMissed} frees the place.
    /// @dev Reverts with {WrongStatus}, {AlreadyCalledUp}, {StakeNotQualified}, {NoFreePlace}, {NoFreeSeat}, {NotCalledUp},
    /// {TooLateToDisplace}, {NotStronger} or EnforcedPause.
    function callUp(address candidate, address displaced) external;

    /// @notice Confirms that the caller's machine is ready: Reserved, and Active if a seat is free. From one hour after the
    /// call-up for this place on, before 24 hours are over; a displacement changes neither.
    /// @dev Reverts with {NotCalledUp}, {TooEarlyToConfirm}, {CallUpExpired} or {StakeNotQualified}.
    function confirm() external;

    /// @notice Deactivates a node that did not confirm in time. Anyone may.
    /// @dev Reverts with {NotCalledUp} or {CallUpNotExpired}.
    function deactivateMissed(address operator) external;

    /// @notice Deactivates a node whose position does not qualify any longer. Anyone may.
    /// @dev Reverts with {WrongStatus} or {StakeQualified}.
    function deactivateUnqualified(address operator) external;

    /// @notice Deactivates a node, in Phase 1. For the registrar.
    /// @dev Reverts with {NotInPhaseOne} or {WrongStatus}.
    function deactivate(address operator) external;

    /// @notice Deactivates the caller's node. Its seat's pay for the running and the not yet finalized epoch is forfeited.
    /// @dev Reverts with {WrongStatus}.
    function leave() external;

    /// @notice Writes what has become due: the opening of the epoch, ended confinements, promotions. Anyone may, nobody has
    /// to: every other call does it first.
    function update() external;

    /// @notice Confines what failed in `epoch`, deactivates what qualifies no longer, and fills the seats. For the oracle, whose
    /// `scoring` tells the seats of the set it has the hash of.
    /// @param epoch The epoch before the running one.
    /// @param thresholds Those in force in `epoch`.
    /// @return paid The seats whose nodes are paid for the epoch.
    /// @return confined The seats whose nodes were confined for their scores.
    /// @dev Reverts with {UnknownEpoch} or {WrongSet}.
    function applyScores(
        uint256 epoch,
        Scoring calldata scoring,
        Thresholds calldata thresholds
    ) external returns (uint256 paid, uint256 confined);

    /// @notice Deactivates a node for {Reason-Equivocation}, whatever its status. For the oracle.
    function expel(address operator) external;

    /// @notice Lets `operator` register in Phase 1, or no longer. For the registrar.
    function setAllowed(address operator, bool allowed) external;

    /// @notice Sets how many seats are filled. Nobody loses a seat by it. For the administrator.
    /// @dev Reverts with {InvalidTargets}.
    function setTargets(uint256 active, uint256 reserved) external;

    /// @notice Sets the phase from the next epoch on. For the administrator.
    /// @dev Reverts with {PhaseUnchanged}.
    function setPhase(Phase phase) external;

    /// @notice Stops registrations and call-ups. For the pauser.
    function pause() external;

    /// @notice Ends a pause. For the administrator.
    function unpause() external;

    /// @return All that is kept of the node of `operator`, as it is now, whether written or only due.
    function nodeOf(address operator) external view returns (Node memory);

    /// @return The node's status now: a confinement that is over reads as Reserved.
    function statusOf(address operator) external view returns (Status);

    /// @return The nodes that are Active or Reserved now; at the opening of an epoch nobody has changed yet, its set.
    function seatedSet() external view returns (SeatedSet memory);

    /// @return The hash of the set that was seated at the opening of `epoch`: the running one or the one before.
    /// @dev Reverts with {UnknownEpoch}.
    function setHashAt(uint256 epoch) external view returns (bytes32);

    /// @return The operator of each of the 32 seats, zero for a free one; called-up and confined nodes hold seats, too.
    function seatHolders() external view returns (address[] memory);

    /// @return active The number of Active nodes now.
    /// @return reserved The number of Reserved nodes now.
    /// @return confined The number of Confined nodes now.
    /// @return calledUp The number of nodes called up and not confirmed.
    function counts() external view returns (uint256 active, uint256 reserved, uint256 confined, uint256 calledUp);

    /// @return active How many Active nodes are wanted.
    /// @return reserved How many Reserved ones.
    function targets() external view returns (uint256 active, uint256 reserved);

    /// @return The thresholds of the last scored epoch, which promotions between finalizations follow.
    function thresholds() external view returns (Thresholds memory);

    /// @return The phase in force in `epoch`.
    function phaseAt(uint256 epoch) external view returns (Phase);

    /// @return Whether `operator` is on the allowlist of Phase 1.
    function isAllowed(address operator) external view returns (bool);

    /// @return Whether the position of `operator` is what a node needs.
    function isQualified(address operator) external view returns (bool);

    /// @return StakeWeight, whose positions qualify nodes and rank them.
    function stakeWeight() external view returns (IStakeWeight);
}
