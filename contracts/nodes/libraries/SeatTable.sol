// SPDX-License-Identifier: MIT
// The two libraries are of types that are defined together.
// solhint-disable-next-line one-contract-per-file
pragma solidity 0.8.34;

import { SeatedSet } from "../interfaces/INodeRegistry.sol";

/// @dev The number of seats. Called-up and confined nodes hold one, too, so a confined node can always return.
uint256 constant SEATS = 32;

/// @dev Scores are kept in multiples of this, rounded down; 1e18 is 1. Thresholds are multiples, so a kept score reaches one if
/// and only if the score did.
uint256 constant SCORE_UNIT = 1e9;

/// @notice In which status the holder of each seat is, in one word: a set of seats is 32 bits, one per seat, and a seat is in
/// at most one of the first four sets.
///
///       0–31   Active
///      32–63   Reserved
///      64–95   Confined, or Reserved again once their time is over
///      96–127  called up and not confirmed; the status is Standby
///     128–159  lost: whose holder at the opening of the epoch was confined or deactivated since
///     160–191  the same for the epoch before, until this one opened
///     192–231  the last epoch whose opening was written
///     232      whether an epoch was ever scored
///     233      whether Active or Reserved, or a holder of these, changed since the set was last recorded
type Seats is uint256;

/// @notice Who holds a seat.
/// @param operator The holder.
/// @param until The end of its call-up or its last confinement.
/// @param registration Its number in the order of registrations.
struct Seat {
    address operator;
    uint40 until;
    uint32 registration;
}

/// @dev How many scores are in a word.
uint256 constant SCORES_PER_WORD = 8;

/// @dev How many bits each has.
uint256 constant SCORE_BITS = 32;

/// @notice All seats, the sets of the last two openings, and the last score of every holder.
struct SeatTable {
    Seats seats;
    /// The hash of the set at the opening of `seats.epoch`, and of the epoch before.
    bytes32 setHash;
    bytes32 setHashBefore;
    mapping(uint256 seat => Seat) holders;
    /// Eight seats in a word, 32 bits each: the score in {SCORE_UNIT} + 1, or 0 for none.
    mapping(uint256 word => uint256) scores;
}

using SeatTableLib for SeatTable global;
using SeatsLib for Seats global;
using { _equal as ==, _differ as != } for Seats global;

function _equal(Seats a, Seats b) pure returns (bool) {
    return Seats.unwrap(a) == Seats.unwrap(b);
}

function _differ(Seats a, Seats b) pure returns (bool) {
    return Seats.unwrap(a) != Seats.unwrap(b);
}

/// @title SeatsLib
/// @notice Reads and changes {Seats}; a change gives a new value. Every loop is bounded by the seats, every `seat` is below
/// {SEATS}.
library SeatsLib {
    uint256 private constant ACTIVE = 0;
    uint256 private constant RESERVED = 32;
    uint256 private constant CONFINED = 64;
    uint256 private constant CALLED_UP = 96;
    uint256 private constant LOST = 128;
    uint256 private constant LOST_BEFORE = 160;
    uint256 private constant EPOCH = 192;
    uint256 private constant SCORED = 232;
    uint256 private constant CHANGED = 233;

    /// @return The Active.
    function active(Seats self) internal pure returns (uint256) {
        return _set(self, ACTIVE);
    }

    /// @return The Reserved.
    function reserved(Seats self) internal pure returns (uint256) {
        return _set(self, RESERVED);
    }

    /// @return The Confined, or Reserved again.
    function confined(Seats self) internal pure returns (uint256) {
        return _set(self, CONFINED);
    }

    /// @return The called up.
    function calledUp(Seats self) internal pure returns (uint256) {
        return _set(self, CALLED_UP);
    }

    /// @return Those whose holder at the opening of the epoch before was confined or deactivated since.
    function lostSinceBefore(Seats self) internal pure returns (uint256) {
        return _set(self, LOST) | _set(self, LOST_BEFORE);
    }

    /// @return The last epoch whose opening was written.
    function epoch(Seats self) internal pure returns (uint256) {
        return uint40(Seats.unwrap(self) >> EPOCH);
    }

    /// @return Whether an epoch was ever scored.
    function isScored(Seats self) internal pure returns (bool) {
        return _has(self, SCORED);
    }

    /// @return Whether the set changed since it was last recorded.
    function isChanged(Seats self) internal pure returns (bool) {
        return _has(self, CHANGED);
    }

    /// @return The opening of `epoch_`, with nobody lost yet. Nothing changed in an epoch that was never opened.
    function opened(Seats self, uint256 epoch_) internal pure returns (Seats) {
        uint256 lost = epoch(self) + 1 == epoch_ ? _set(self, LOST) : 0;
        uint256 rest = (Seats.unwrap(self) & type(uint128).max) | ((Seats.unwrap(self) >> SCORED) << SCORED);
        return Seats.wrap(rest | (lost << LOST_BEFORE) | (epoch_ << EPOCH));
    }

    /// @return With an epoch scored.
    function scored(Seats self) internal pure returns (Seats) {
        return _with(self, SCORED);
    }

    /// @return With the set recorded.
    function recorded(Seats self) internal pure returns (Seats) {
        return Seats.wrap(Seats.unwrap(self) & ~(uint256(1) << CHANGED));
    }

    /// @return With the holder of `seat` called up.
    function calledUpFor(Seats self, uint256 seat) internal pure returns (Seats) {
        return _with(self, CALLED_UP + seat);
    }

    /// @return With the holder of `seat` Reserved, out of whatever it was.
    function reservedAt(Seats self, uint256 seat) internal pure returns (Seats) {
        return _with(_with(_without(self, seat), RESERVED + seat), CHANGED);
    }

    /// @return With the holder of `seat` Active, out of whatever it was.
    function promotedAt(Seats self, uint256 seat) internal pure returns (Seats) {
        return _with(_with(_without(self, seat), ACTIVE + seat), CHANGED);
    }

    /// @return With the holders of the seats `due`, which are Confined, Reserved.
    function released(Seats self, uint256 due) internal pure returns (Seats) {
        if (due == 0) return self;
        return _with(Seats.wrap((Seats.unwrap(self) & ~(due << CONFINED)) | (due << RESERVED)), CHANGED);
    }

    /// @return With the holder of `seat` Confined.
    function confinedAt(Seats self, uint256 seat) internal pure returns (Seats) {
        return _with(vacatedAt(self, seat), CONFINED + seat);
    }

    /// @return Without the holder of `seat`.
    function vacatedAt(Seats self, uint256 seat) internal pure returns (Seats) {
        bool isSeated = has(active(self) | reserved(self), seat);
        self = _without(self, seat);
        return isSeated ? _with(_with(self, LOST + seat), CHANGED) : self;
    }

    /// @return The lowest seat that nobody holds; {SEATS} if there is none.
    function lowestFree(Seats self) internal pure returns (uint256) {
        uint256 taken = active(self) | reserved(self) | confined(self) | calledUp(self);
        for (uint256 seat = 0; seat < SEATS; ++seat) {
            if (!has(taken, seat)) return seat;
        }
        return SEATS;
    }

    /// @return Whether `seat` is in the set `seats`.
    function has(uint256 seats, uint256 seat) internal pure returns (bool) {
        return (seats >> seat) & 1 != 0;
    }

    /// @return How many seats are in the set `seats`.
    /// @dev Adds the bits up in pairs, fours and bytes; the product brings the sum of the bytes into the highest of four.
    function count(uint256 seats) internal pure returns (uint256) {
        unchecked {
            seats -= (seats >> 1) & 0x55555555;
            seats = (seats & 0x33333333) + ((seats >> 2) & 0x33333333);
            seats = (seats + (seats >> 4)) & 0x0f0f0f0f;
            return ((seats * 0x01010101) >> 24) & 0xff;
        }
    }

    function _set(Seats self, uint256 offset) private pure returns (uint256) {
        return uint32(Seats.unwrap(self) >> offset);
    }

    function _has(Seats self, uint256 bit) private pure returns (bool) {
        return has(Seats.unwrap(self), bit);
    }

    function _with(Seats self, uint256 bit) private pure returns (Seats) {
        return Seats.wrap(Seats.unwrap(self) | (1 << bit));
    }

    /// @dev Takes `seat` out of the first four sets.
    function _without(Seats self, uint256 seat) private pure returns (Seats) {
        uint256 bits = (1 << ACTIVE) | (1 << RESERVED) | (1 << CONFINED) | (1 << CALLED_UP);
        return Seats.wrap(Seats.unwrap(self) & ~(bits << seat));
    }
}

/// @title SeatTableLib
/// @notice Reads and writes what a {SeatTable} keeps of each seat.
library SeatTableLib {
    using SeatsLib for uint256;

    /// @notice Records scores, one per seat of `scored`, at their seats in `scores`. Every word is written once.
    /// @dev Scores are at most 1e18.
    function setScores(SeatTable storage self, uint256 scored, uint256[SEATS] memory scores) internal {
        for (uint256 first = 0; scored >> first != 0; first += SCORES_PER_WORD) {
            uint256 word = self.scores[first / SCORES_PER_WORD];
            uint256 changed = word;
            // Every seat is below 32.
            unchecked {
                for (uint256 i = 0; i < SCORES_PER_WORD; ++i) {
                    if (!scored.has(first + i)) continue;
                    uint256 shift = i * SCORE_BITS;
                    uint256 entry = scores[first + i] / SCORE_UNIT + 1;
                    changed = (changed & ~(uint256(type(uint32).max) << shift)) | (entry << shift);
                }
            }
            if (changed != word) self.scores[first / SCORES_PER_WORD] = changed;
        }
    }

    /// @notice Forgets the score of an earlier holder.
    function clearScore(SeatTable storage self, uint256 seat) internal {
        self.scores[seat / SCORES_PER_WORD] &= ~(uint256(type(uint32).max) << ((seat % SCORES_PER_WORD) * SCORE_BITS));
    }

    /// @return hasScore Whether the holder of `seat` was ever scored in it.
    /// @return score Its last score, rounded down to {SCORE_UNIT}.
    function scoreOf(SeatTable storage self, uint256 seat) internal view returns (bool hasScore, uint256 score) {
        uint256 entry = uint32(self.scores[seat / SCORES_PER_WORD] >> ((seat % SCORES_PER_WORD) * SCORE_BITS));
        return entry == 0 ? (false, 0) : (true, (entry - 1) * SCORE_UNIT);
    }

    /// @return due The confined seats whose time is over at `timestamp`.
    function dueAt(SeatTable storage self, Seats seats, uint256 timestamp) internal view returns (uint256 due) {
        uint256 confined = seats.confined();
        if (confined == 0) return 0;
        for (uint256 seat = 0; seat < SEATS; ++seat) {
            if (confined.has(seat) && self.holders[seat].until <= timestamp) due |= 1 << seat;
        }
    }

    /// @return set Who is Active or Reserved by `seats`.
    function setOf(SeatTable storage self, Seats seats) internal view returns (SeatedSet memory set) {
        set.active = seats.active();
        set.reserved = seats.reserved();
        uint256 seated = set.active | set.reserved;
        set.operators = new address[](seated.count());
        uint256 i = 0;
        for (uint256 seat = 0; seat < SEATS; ++seat) {
            if (seated.has(seat)) set.operators[i++] = self.holders[seat].operator;
        }
    }
}
