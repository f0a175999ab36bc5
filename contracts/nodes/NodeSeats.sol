// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { Epoch } from "../libraries/Epoch.sol";
import { SortedWords } from "../libraries/SortedWords.sol";
import { IStakeWeight } from "../staking/interfaces/IStakeWeight.sol";
import { INodeIdentities } from "./interfaces/INodeIdentities.sol";
import { INodeRegistry, Scoring, SeatedSet, Thresholds } from "./interfaces/INodeRegistry.sol";
import { NO_SCORE } from "./libraries/Performance.sol";
import { SEATS, Seat, Seats, SeatsLib, SeatTable } from "./libraries/SeatTable.sol";

/// @title NodeSeats
/// @notice Moves nodes between the seats of {NodeRegistry}: openings of epochs, confinement by scores and its end, promotion by
/// rank, and the giving up of a seat. Every change reads {Seats} with {_open}, computes new ones, and writes them once with
/// {_close}.
abstract contract NodeSeats is INodeRegistry {
    using SafeCast for uint256;
    using SeatsLib for uint256;

    /// @dev What is kept of a node besides its seat.
    struct NodeRecord {
        /// None, Standby or Deactivated; of a node with a seat, the seat tells.
        Status status;
        /// The seat + 1; 0 without one.
        uint8 seatNumber;
        uint32 registration;
        /// Of a deactivated node: from when on it can register anew.
        uint40 returnsAt;
    }

    struct Settings {
        uint8 activeTarget;
        uint8 reservedTarget;
        /// How many registrations there were.
        uint32 registrations;
        Thresholds thresholds;
    }

    /// @custom:storage-location erc7201:wct.storage.NodeRegistry
    struct NodeRegistryStorage {
        SeatTable table;
        Settings settings;
        mapping(address operator => NodeRecord) nodes;
        mapping(address operator => bool allowed) allowlist;
        /// From which epochs on the phase was the other one, in ascending order.
        uint40[] switches;
    }

    /// @notice How long a node cannot register anew that was called up and did not confirm, so that no place is kept by one
    /// that never serves.
    uint256 public constant NO_SHOW_TIME = 7 days;

    /// @notice How long a confinement takes, and how long a node cannot register anew that gave up its seat.
    uint256 public constant CONFINEMENT_TIME = 24 hours;

    /// @dev keccak256(abi.encode(uint256(keccak256("wct.storage.NodeRegistry")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant STORAGE_LOCATION = 0xf3640ea900c1442b06801f7e136bcdbbe31093a66370207e609e563e46141900;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    IStakeWeight internal immutable STAKE_WEIGHT;

    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    INodeIdentities internal immutable IDENTITIES;

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IStakeWeight weightSource, INodeIdentities identities) {
        require(address(weightSource) != address(0) && address(identities) != address(0), ZeroAddress());
        STAKE_WEIGHT = weightSource;
        IDENTITIES = identities;
    }

    /// @dev What every change begins with: writes the openings of the epochs since the last change, as far as they can still
    /// be asked for, and the confinements that have ended. At most two rounds.
    function _open() internal returns (Seats seats) {
        SeatTable storage table = _storage().table;
        seats = table.seats;
        uint256 running = Epoch.current();
        uint256 epoch = seats.epoch();
        if (epoch != running) {
            if (epoch + 2 < running) epoch = running - 2;
            while (epoch != running) {
                ++epoch;
                seats = _openEpoch(table, seats, epoch);
            }
        }
        return _release(table, seats, block.timestamp);
    }

    function _recordSet(SeatTable storage table, Seats seats) internal returns (bytes32 setHash) {
        SeatedSet memory set = table.setOf(seats);
        setHash = keccak256(abi.encode(set));
        emit SeatedSetRecorded(setHash, set);
    }

    /// @dev What every change ends with: fills free active seats and writes the seats.
    function _close(Seats seats) internal {
        if (seats.reserved() != 0 && seats.active().count() < _storage().settings.activeTarget) {
            seats = _fill(seats, _ranking(seats));
        }
        _storage().table.seats = seats;
    }

    /// @dev When more than a third of those that were Active at the opening, and kept their seats, fail together, it is the
    /// network and not the nodes.
    function _isSuspended(
        Seats seats,
        uint256 epoch,
        uint256 failed,
        uint256 active
    ) internal returns (bool isSuspended) {
        uint256 activeCount = (active & ~seats.lostSinceBefore()).count();
        uint256 failedCount = (active & failed).count();
        isSuspended = failedCount * 3 > activeCount;
        if (isSuspended) emit ConfinementSuspended(epoch, failedCount, activeCount);
    }

    /// @dev Of those of the set that kept their seats, deactivates who does not qualify any longer, and writes the scores of the
    /// others. `passed` and `failed` are seats, `scores` are by seat.
    function _recordScores(
        Seats seats,
        Scoring calldata scoring
    ) internal returns (Seats, uint256 passed, uint256 failed, uint256[SEATS] memory scores) {
        SeatTable storage table = _storage().table;
        uint256 threshold = _storage().settings.thresholds.confinement;
        uint256 seated = scoring.active | scoring.reserved;
        uint256 lost = seats.lostSinceBefore();
        uint256 count = 0;
        for (uint256 seat = 0; seat < SEATS; ++seat) {
            if (!seated.has(seat)) continue;
            uint256 i = count++;
            if (lost.has(seat)) continue;
            if (!scoring.qualified.has(i)) {
                seats = _deactivate(seats, table.holders[seat].operator, Reason.Unqualified);
                continue;
            }
            uint256 score = scoring.scores[i];
            if (score == NO_SCORE) continue;
            scores[seat] = score;
            if (score < threshold) failed |= 1 << seat;
            else passed |= 1 << seat;
        }
        table.setScores(passed | failed, scores);
        if (passed | failed != 0) seats = seats.scored();
        return (seats, passed, failed, scores);
    }

    /// @dev Confines the Reserved that failed, then the Active, the worst first, as long as somebody takes the seat or the
    /// floor stays.
    function _confineFailed(
        Seats seats,
        uint256 epoch,
        uint256 failed,
        uint256[SEATS] memory scores
    ) internal returns (Seats) {
        uint256 reserved = seats.reserved() & failed;
        for (uint256 seat = 0; seat < SEATS; ++seat) {
            if (reserved.has(seat)) seats = _confine(seats, seat);
        }
        uint256[] memory worst = _worstFirst(seats.active() & failed, scores);
        if (worst.length == 0) return seats;

        uint256[] memory ranking = _ranking(seats);
        seats = _fill(seats, ranking);
        for (uint256 i = 0; i < worst.length; ++i) {
            seats = _confineActive(seats, epoch, worst[i], ranking);
        }
        return seats;
    }

    function _deactivate(Seats seats, address operator, Reason reason) internal returns (Seats) {
        SeatTable storage table = _storage().table;
        NodeRecord storage node = _storage().nodes[operator];
        if (node.seatNumber != 0) {
            uint256 seat = node.seatNumber - 1;
            node.returnsAt = _returnOf(seats, seat).toUint40();
            seats = seats.vacatedAt(seat);
            delete table.holders[seat];
            node.seatNumber = 0;
        }
        node.status = Status.Deactivated;
        IDENTITIES.release(operator);
        emit Deactivated(operator, reason);
        return seats;
    }

    /// @dev The seats as they stand at `timestamp`, whether that is written or not.
    function _seatsAt(uint256 timestamp) internal view returns (Seats seats) {
        SeatTable storage table = _storage().table;
        seats = table.seats;
        return seats.released(table.dueAt(seats, timestamp));
    }

    function _storage() internal pure returns (NodeRegistryStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly {
            $.slot := STORAGE_LOCATION
        }
    }

    /// @dev The set at the opening is the one before whatever happens in that second, with all confinements over by then.
    function _openEpoch(SeatTable storage table, Seats seats, uint256 epoch) private returns (Seats) {
        seats = _release(table, seats.opened(epoch), Epoch.start(epoch));
        bytes32 setHash = table.setHash;
        table.setHashBefore = setHash;
        if (seats.isChanged()) {
            setHash = _recordSet(table, seats);
            table.setHash = setHash;
        }
        emit EpochOpened(epoch, setHash);
        return seats.recorded();
    }

    function _release(SeatTable storage table, Seats seats, uint256 timestamp) private returns (Seats) {
        uint256 due = table.dueAt(seats, timestamp);
        if (due == 0) return seats;
        for (uint256 seat = 0; seat < SEATS; ++seat) {
            if (due.has(seat)) emit Released(table.holders[seat].operator, seat);
        }
        return seats.released(due);
    }

    function _fill(Seats seats, uint256[] memory ranking) private returns (Seats) {
        uint256 target = _storage().settings.activeTarget;
        // Every round but the last fills a seat.
        for (uint256 count = seats.active().count(); count < target; ++count) {
            Seats filled = _promoteBest(seats, ranking, count);
            if (filled == seats) break;
            seats = filled;
        }
        return seats;
    }

    /// @dev Promotes the best that may be next to `activeCount` others, and takes it out of the ranking.
    function _promoteBest(Seats seats, uint256[] memory ranking, uint256 activeCount) private returns (Seats) {
        Thresholds memory current = _storage().settings.thresholds;
        uint256 needed = activeCount < current.activeFloor ? current.confinement : current.promotion;
        if (!seats.isScored()) needed = 0;
        for (uint256 i = ranking.length; i != 0; --i) {
            uint256 word = ranking[i - 1];
            if (word == 0 || uint64(word >> 8) < needed) continue;
            uint256 seat = uint8(word);
            ranking[i - 1] = 0;
            emit Promoted(_storage().table.holders[seat].operator, seat);
            return seats.promotedAt(seat);
        }
        return seats;
    }

    function _confineActive(
        Seats seats,
        uint256 epoch,
        uint256 seat,
        uint256[] memory ranking
    ) private returns (Seats) {
        NodeRegistryStorage storage $ = _storage();
        uint256 left = seats.active().count() - 1;
        uint256 target = $.settings.activeTarget;
        Seats replaced = left < target ? _promoteBest(seats, ranking, left) : seats;
        // A floor above the target would keep everybody for ever.
        uint256 floor = Math.min(target, $.settings.thresholds.activeFloor);
        if (replaced != seats || left >= floor) return _confine(replaced, seat);
        emit Spared($.table.holders[seat].operator, epoch);
        return seats;
    }

    function _confine(Seats seats, uint256 seat) private returns (Seats) {
        Seat storage holder = _storage().table.holders[seat];
        uint256 until = block.timestamp + CONFINEMENT_TIME;
        holder.until = until.toUint40();
        emit Confined(holder.operator, seat, until);
        return seats.confinedAt(seat);
    }

    /// @dev The Reserved nodes that have the score for a promotion, now or once fewer than the floor are Active; the best is
    /// last. In each word the stake weight, the earlier registration, the score and the seat.
    function _ranking(Seats seats) private view returns (uint256[] memory ranking) {
        NodeRegistryStorage storage $ = _storage();
        uint256 reserved = seats.reserved();
        uint256[] memory words = new uint256[](reserved.count());
        uint256 length = 0;
        for (uint256 seat = 0; seat < SEATS; ++seat) {
            if (!reserved.has(seat)) continue;
            (bool hasScore, uint256 score) = $.table.scoreOf(seat);
            // Before the first scored epoch nobody needs a score.
            if (seats.isScored() && (!hasScore || score < $.settings.thresholds.confinement)) continue;
            Seat memory holder = $.table.holders[seat];
            uint256 weight = STAKE_WEIGHT.weightOf(holder.operator);
            uint256 order = (weight << 32) | (type(uint32).max - holder.registration);
            SortedWords.insert(words, length++, (order << 72) | (score << 8) | seat);
        }
        ranking = new uint256[](length);
        for (uint256 i = 0; i < length; ++i) {
            ranking[i] = words[i];
        }
    }

    /// @dev The seats of `failed`, the lowest score first, of equal ones the latest registration.
    function _worstFirst(uint256 failed, uint256[SEATS] memory scores) private view returns (uint256[] memory worst) {
        SeatTable storage table = _storage().table;
        worst = new uint256[](failed.count());
        uint256 length = 0;
        for (uint256 seat = 0; seat < SEATS; ++seat) {
            if (!failed.has(seat)) continue;
            uint256 order = (scores[seat] << 32) | (type(uint32).max - table.holders[seat].registration);
            SortedWords.insert(worst, length++, (order << 8) | seat);
        }
        for (uint256 i = 0; i < length; ++i) {
            worst[i] = uint8(worst[i]);
        }
    }

    /// @dev When a node can register anew that loses this seat now: no sooner than it would return from a confinement.
    function _returnOf(Seats seats, uint256 seat) private view returns (uint256) {
        if (seats.confined().has(seat)) return _storage().table.holders[seat].until;
        return block.timestamp + (seats.calledUp().has(seat) ? NO_SHOW_TIME : CONFINEMENT_TIME);
    }
}
