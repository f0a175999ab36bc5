// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { AccessControlEnumerableUpgradeable } from "@openzeppelin/contracts-upgradeable/access/extensions/AccessControlEnumerableUpgradeable.sol";
import { MulticallUpgradeable } from "@openzeppelin/contracts-upgradeable/utils/MulticallUpgradeable.sol";
import { PausableUpgradeable } from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { Epoch } from "../libraries/Epoch.sol";
import { IStakeWeight } from "../staking/interfaces/IStakeWeight.sol";
import { NodeSeats } from "./NodeSeats.sol";
import { INodeIdentities } from "./interfaces/INodeIdentities.sol";
import { INodeRegistry, Scoring, SeatedSet, Thresholds } from "./interfaces/INodeRegistry.sol";
import { Qualification } from "./libraries/Qualification.sol";
import { SEATS, Seat, Seats, SeatsLib, SeatTable } from "./libraries/SeatTable.sol";

/// @title NodeRegistry
/// @notice Keeps every node's status, from its registration to its leaving, and the seats of those that serve. Called by
/// operators, by anyone who names candidates or tells what is due, and by the oracle with the scores of an epoch. Trusts
/// StakeWeight, whose weights rank the nodes, and the oracle for the scores.
///
/// A seat is a bit, and a status of the seated is a set of bits, so all of them are in one slot and a node is in one status.
/// Standby nodes are in no list: whoever wants one seated names it, and the stronger displaces the weaker.
contract NodeRegistry is NodeSeats, AccessControlEnumerableUpgradeable, PausableUpgradeable, MulticallUpgradeable {
    using SafeCast for uint256;
    using SeatsLib for uint256;

    /// @notice May pause.
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    /// @notice May hand in scores and expel who signed two reports. For the PerformanceOracle alone.
    bytes32 public constant ORACLE_ROLE = keccak256("ORACLE_ROLE");

    /// @notice May keep the allowlist and deactivate nodes, in Phase 1.
    bytes32 public constant REGISTRAR_ROLE = keccak256("REGISTRAR_ROLE");

    /// @notice The least position of a node, in wei.
    uint256 public constant MIN_STAKE = Qualification.MIN_STAKE;

    /// @notice The least preset of a node's position, in weeks.
    uint256 public constant MIN_PRESET_WEEKS = Qualification.MIN_PRESET_WEEKS;

    /// @notice The most Active nodes there can be.
    uint256 public constant MAX_ACTIVE = 15;

    /// @notice The most seats that can be filled; the others are room for returning nodes.
    uint256 public constant MAX_SEATED = 24;

    /// @notice How long a place that was given by a call-up waits for a confirmation, whoever is displaced meanwhile.
    uint256 public constant CONFIRMATION_TIME = 24 hours;

    /// @notice How long stronger nodes can displace the one that was called up; only then is there a confirmation.
    uint256 public constant DISPLACEMENT_TIME = 1 hours;

    /// @param weightSource StakeWeight: positions qualify nodes, and stake weight ranks them.
    /// @param identities NodeIdentities: keeps keys and endpoints.
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IStakeWeight weightSource, INodeIdentities identities) NodeSeats(weightSource, identities) {
        _disableInitializers();
    }

    /// @notice Sets the proxy up, once, in Phase 1 with nobody seated.
    /// @param admin Receives the administrator role, which grants all others.
    /// @dev The parents have nothing to set up.
    /// @custom:oz-upgrades-unsafe-allow missing-initializer-call
    function initialize(address admin) external initializer {
        require(admin != address(0), ZeroAddress());
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        SeatTable storage table = _storage().table;
        Seats nobody;
        table.seats = nobody.opened(Epoch.current());
        table.setHash = _recordSet(table, nobody);
        table.setHashBefore = table.setHash;
        _setTargets(15, 6);
    }

    /// @inheritdoc INodeRegistry
    function register(address key, string calldata endpoint, bytes calldata keySignature) external whenNotPaused {
        NodeRegistryStorage storage $ = _storage();
        NodeRecord storage node = $.nodes[msg.sender];
        Status status = statusOf(msg.sender);
        require(status == Status.None || status == Status.Deactivated, WrongStatus(msg.sender, status));
        require(block.timestamp >= node.returnsAt, TooEarlyToReturn(msg.sender, node.returnsAt));
        require(phaseAt(Epoch.current()) == Phase.Two || $.allowlist[msg.sender], NotAllowed(msg.sender));
        _requireQualified(msg.sender);

        uint32 registration = ++$.settings.registrations;
        $.nodes[msg.sender] = NodeRecord({
            status: Status.Standby,
            seatNumber: 0,
            registration: registration,
            returnsAt: 0
        });
        emit Registered(msg.sender, registration);
        IDENTITIES.introduce(msg.sender, key, endpoint, keySignature);
    }

    /// @inheritdoc INodeRegistry
    function callUp(address candidate, address displaced) external whenNotPaused {
        NodeRegistryStorage storage $ = _storage();
        Seats seats = _open();
        NodeRecord storage node = $.nodes[candidate];
        Status status = statusOf(candidate);
        require(status == Status.Standby, WrongStatus(candidate, status));
        require(node.seatNumber == 0, AlreadyCalledUp(candidate));
        _requireQualified(candidate);

        uint256 seat;
        uint256 confirmBy = block.timestamp + CONFIRMATION_TIME;
        if (displaced == address(0)) seat = _freeSeat(seats);
        else (seat, confirmBy) = _displace(seats, candidate, displaced);
        // seat < 32
        node.seatNumber = uint8(seat + 1);
        $.table.holders[seat] = Seat({
            operator: candidate,
            until: confirmBy.toUint40(),
            registration: node.registration
        });
        emit CalledUp(candidate, seat, confirmBy);
        _close(seats.calledUpFor(seat));
    }

    /// @inheritdoc INodeRegistry
    function confirm() external {
        Seats seats = _open();
        (uint256 seat, uint256 confirmBy) = _callUpOf(seats, msg.sender);
        uint256 from = _confirmFrom(confirmBy);
        require(block.timestamp >= from, TooEarlyToConfirm(msg.sender, from));
        require(block.timestamp < confirmBy, CallUpExpired(msg.sender, confirmBy));
        _requireQualified(msg.sender);

        _storage().table.clearScore(seat);
        emit Confirmed(msg.sender, seat);
        _close(seats.reservedAt(seat));
    }

    /// @inheritdoc INodeRegistry
    function deactivateMissed(address operator) external {
        Seats seats = _open();
        (, uint256 confirmBy) = _callUpOf(seats, operator);
        require(block.timestamp >= confirmBy, CallUpNotExpired(operator, confirmBy));
        _close(_deactivate(seats, operator, Reason.CallUpMissed));
    }

    /// @inheritdoc INodeRegistry
    function deactivateUnqualified(address operator) external {
        _requireRegistered(operator);
        require(!isQualified(operator), StakeQualified(operator));
        _deactivateNow(operator, Reason.Unqualified);
    }

    /// @inheritdoc INodeRegistry
    function deactivate(address operator) external onlyRole(REGISTRAR_ROLE) {
        require(phaseAt(Epoch.current()) == Phase.One, NotInPhaseOne());
        _requireRegistered(operator);
        _deactivateNow(operator, Reason.Removed);
    }

    /// @inheritdoc INodeRegistry
    function leave() external {
        _requireRegistered(msg.sender);
        _deactivateNow(msg.sender, Reason.Left);
    }

    /// @inheritdoc INodeRegistry
    function update() external {
        _close(_open());
    }

    /// @inheritdoc INodeRegistry
    function applyScores(
        uint256 epoch,
        Scoring calldata scoring,
        Thresholds calldata newThresholds
    ) external onlyRole(ORACLE_ROLE) returns (uint256 paid, uint256 confined) {
        _storage().settings.thresholds = newThresholds;
        Seats seats = _openAfter(epoch, scoring.setHash);
        uint256 failed;
        uint256[SEATS] memory scores;
        (seats, paid, failed, scores) = _recordScores(seats, scoring);
        // The pay of all who failed together follows their scores.
        if (_isSuspended(seats, epoch, failed, scoring.active)) paid |= failed;
        else seats = _confineFailed(seats, epoch, failed, scores);
        confined = failed & seats.confined();
        _close(seats);
    }

    /// @inheritdoc INodeRegistry
    function expel(address operator) external onlyRole(ORACLE_ROLE) {
        Status status = statusOf(operator);
        if (status == Status.None || status == Status.Deactivated) return;
        _deactivateNow(operator, Reason.Equivocation);
    }

    /// @inheritdoc INodeRegistry
    function setAllowed(address operator, bool allowed) external onlyRole(REGISTRAR_ROLE) {
        require(operator != address(0), ZeroAddress());
        _storage().allowlist[operator] = allowed;
        emit AllowedSet(operator, allowed);
    }

    /// @inheritdoc INodeRegistry
    function setTargets(uint256 active, uint256 reserved) external onlyRole(DEFAULT_ADMIN_ROLE) {
        Seats seats = _open();
        _setTargets(active, reserved);
        _close(seats);
    }

    /// @inheritdoc INodeRegistry
    function setPhase(Phase phase) external onlyRole(DEFAULT_ADMIN_ROLE) {
        uint256 fromEpoch = Epoch.current() + 1;
        require(phase != phaseAt(fromEpoch), PhaseUnchanged(phase));
        uint40[] storage switches = _storage().switches;
        uint256 length = switches.length;
        // There and back within one epoch is no switch.
        if (length != 0 && switches[length - 1] == fromEpoch) switches.pop();
        else switches.push(fromEpoch.toUint40());
        emit PhaseSet(phase, fromEpoch);
    }

    /// @inheritdoc INodeRegistry
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    /// @inheritdoc INodeRegistry
    function unpause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _unpause();
    }

    /// @inheritdoc INodeRegistry
    function nodeOf(address operator) external view returns (Node memory node) {
        SeatTable storage table = _storage().table;
        NodeRecord memory record = _storage().nodes[operator];
        node.status = statusOf(operator);
        node.registration = record.registration;
        node.isSeated = node.status == Status.Active || node.status == Status.Reserved;
        node.returnsAt = record.returnsAt;
        if (record.seatNumber == 0) return node;
        uint256 seat = record.seatNumber - 1;
        if (node.status == Status.Standby) node.confirmBy = table.holders[seat].until;
        else (node.hasScore, node.lastScore) = table.scoreOf(seat);
        if (node.status == Status.Confined) node.returnsAt = table.holders[seat].until;
    }

    /// @inheritdoc INodeRegistry
    function seatedSet() external view returns (SeatedSet memory) {
        return _storage().table.setOf(_seatsAt(block.timestamp));
    }

    /// @inheritdoc INodeRegistry
    function setHashAt(uint256 epoch) external view returns (bytes32) {
        uint256 running = Epoch.current();
        require(epoch == running || epoch == running - 1, UnknownEpoch(epoch, running));
        SeatTable storage table = _storage().table;
        uint256 written = table.seats.epoch();
        if (epoch == written) return table.setHash;
        if (epoch < written) return table.setHashBefore;
        return keccak256(abi.encode(table.setOf(_seatsAt(Epoch.start(epoch)))));
    }

    /// @inheritdoc INodeRegistry
    function seatHolders() external view returns (address[] memory holders) {
        holders = new address[](SEATS);
        for (uint256 seat = 0; seat < SEATS; ++seat) {
            holders[seat] = _storage().table.holders[seat].operator;
        }
    }

    /// @inheritdoc INodeRegistry
    function counts() external view returns (uint256 active, uint256 reserved, uint256 confined, uint256 calledUp) {
        Seats seats = _seatsAt(block.timestamp);
        return (seats.active().count(), seats.reserved().count(), seats.confined().count(), seats.calledUp().count());
    }

    /// @inheritdoc INodeRegistry
    function targets() external view returns (uint256 active, uint256 reserved) {
        Settings storage settings = _storage().settings;
        return (settings.activeTarget, settings.reservedTarget);
    }

    /// @inheritdoc INodeRegistry
    function thresholds() external view returns (Thresholds memory) {
        return _storage().settings.thresholds;
    }

    /// @inheritdoc INodeRegistry
    function isAllowed(address operator) external view returns (bool) {
        return _storage().allowlist[operator];
    }

    /// @inheritdoc INodeRegistry
    function stakeWeight() external view returns (IStakeWeight) {
        return STAKE_WEIGHT;
    }

    /// @inheritdoc INodeRegistry
    function statusOf(address operator) public view returns (Status) {
        NodeRecord memory node = _storage().nodes[operator];
        if (node.seatNumber == 0) return node.status;
        uint256 seat = node.seatNumber - 1;
        SeatTable storage table = _storage().table;
        Seats seats = table.seats;
        if (seats.active().has(seat)) return Status.Active;
        if (seats.reserved().has(seat)) return Status.Reserved;
        if (seats.calledUp().has(seat)) return Status.Standby;
        return table.holders[seat].until <= block.timestamp ? Status.Reserved : Status.Confined;
    }

    /// @inheritdoc INodeRegistry
    function phaseAt(uint256 epoch) public view returns (Phase) {
        uint40[] storage switches = _storage().switches;
        uint256 count = switches.length;
        // From the latest back; there were as many as governance decided.
        while (count != 0 && switches[count - 1] > epoch) --count;
        return count % 2 == 0 ? Phase.One : Phase.Two;
    }

    /// @inheritdoc INodeRegistry
    function isQualified(address operator) public view returns (bool) {
        address[] memory operators = new address[](1);
        operators[0] = operator;
        (, uint256 qualified) = STAKE_WEIGHT.weightsAt(operators, block.timestamp, MIN_STAKE, MIN_PRESET_WEEKS);
        return qualified != 0;
    }

    /// @dev {_open} for the finalization of the epoch before the running one, whose set has this hash.
    function _openAfter(uint256 epoch, bytes32 setHash) private returns (Seats seats) {
        uint256 running = Epoch.current();
        require(epoch == running - 1, UnknownEpoch(epoch, running));
        seats = _open();
        bytes32 expected = _storage().table.setHashBefore;
        require(setHash == expected, WrongSet(epoch, setHash, expected));
    }

    function _deactivateNow(address operator, Reason reason) private {
        _close(_deactivate(_open(), operator, reason));
    }

    function _setTargets(uint256 active, uint256 reserved) private {
        require(
            active != 0 && active <= MAX_ACTIVE && reserved <= MAX_SEATED - active,
            InvalidTargets(active, reserved, MAX_ACTIVE, MAX_SEATED)
        );
        Settings storage settings = _storage().settings;
        settings.activeTarget = uint8(active);
        settings.reservedTarget = uint8(reserved);
        emit TargetsSet(active, reserved);
    }

    /// @dev Puts a called-up node of less stake weight back to Standby. The deadline stays: moved on, two nodes could keep a
    /// place for ever by displacing each other.
    function _displace(
        Seats seats,
        address candidate,
        address displaced
    ) private returns (uint256 seat, uint256 confirmBy) {
        (seat, confirmBy) = _callUpOf(seats, displaced);
        uint256 until = _confirmFrom(confirmBy);
        require(block.timestamp < until, TooLateToDisplace(displaced, until));
        uint256 weight = STAKE_WEIGHT.weightOf(candidate);
        uint256 standing = STAKE_WEIGHT.weightOf(displaced);
        require(weight > standing, NotStronger(candidate, weight, standing));
        _storage().nodes[displaced].seatNumber = 0;
        emit Displaced(displaced, seat);
    }

    /// @dev The seat of a called-up node and until when it has to confirm.
    function _callUpOf(Seats seats, address operator) private view returns (uint256 seat, uint256 confirmBy) {
        uint256 seatNumber = _storage().nodes[operator].seatNumber;
        require(seatNumber != 0 && seats.calledUp().has(seatNumber - 1), NotCalledUp(operator));
        seat = seatNumber - 1;
        confirmBy = _storage().table.holders[seat].until;
    }

    function _freeSeat(Seats seats) private view returns (uint256 seat) {
        Settings storage settings = _storage().settings;
        uint256 target = uint256(settings.activeTarget) + settings.reservedTarget;
        uint256 occupied = (seats.active() | seats.reserved() | seats.calledUp()).count();
        require(occupied < target, NoFreePlace(occupied, target));
        seat = seats.lowestFree();
        require(seat != SEATS, NoFreeSeat());
    }

    function _requireRegistered(address operator) private view {
        Status status = statusOf(operator);
        require(status != Status.None && status != Status.Deactivated, WrongStatus(operator, status));
    }

    function _requireQualified(address operator) private view {
        require(isQualified(operator), StakeNotQualified(operator, MIN_STAKE, MIN_PRESET_WEEKS));
    }

    /// @dev When the stronger have had their chance to displace, and the confirmation of a call-up begins.
    function _confirmFrom(uint256 confirmBy) private pure returns (uint256) {
        return confirmBy - CONFIRMATION_TIME + DISPLACEMENT_TIME;
    }
}
