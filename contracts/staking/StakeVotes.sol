// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { VotesUpgradeable } from "@openzeppelin/contracts-upgradeable/governance/utils/VotesUpgradeable.sol";
import { Checkpoints } from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import { ERC6372Utils } from "@openzeppelin/contracts/utils/ERC6372Utils.sol";
import { Time } from "@openzeppelin/contracts/utils/types/Time.sol";
import { Stake } from "./libraries/Stake.sol";
import { WeightLedger } from "./libraries/WeightLedger.sol";

/// @title StakeVotes
/// @notice Makes stake weight the votes of ERC-5805 on the clock of ERC-6372: whoever has not delegated votes with its own
/// weight, and a delegate also with the weight of every position given to it. Called by stakers, or with their signature.
///
/// Nothing is kept of those who never delegate. What is given to a delegate is one {WeightLedger}, so its votes are exact at
/// every second however many positions it holds, and a change of one of them costs the same for one or a million.
abstract contract StakeVotes is VotesUpgradeable {
    using Checkpoints for Checkpoints.Trace160;

    /// @custom:storage-location erc7201:wct.storage.StakeVotes
    struct StakeVotesStorage {
        /// To whom an account delegates since when; the zero address for itself.
        mapping(address account => Checkpoints.Trace160) delegates;
        /// The positions that were given to a delegate.
        mapping(address delegate => WeightLedger) given;
    }

    /// @dev keccak256(abi.encode(uint256(keccak256("wct.storage.StakeVotes")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant STORAGE_LOCATION = 0x9c04623bbafa1e1a45527ab573c65020955707cd7910e58471047ea5d219bd00;

    // The interface of OpenZeppelin's Votes is kept; the documentation of all that is overridden stands there.

    /// @return Unix seconds.
    function clock() public view override returns (uint48) {
        return Time.timestamp();
    }

    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public view override returns (string memory) {
        return ERC6372Utils.timestampClockMode(clock);
    }

    /// @return To whom `account` delegates; the account itself unless it chose another.
    function delegates(address account) public view override returns (address) {
        address delegatee = address(_votesStorage().delegates[account].latest());
        return delegatee == address(0) ? account : delegatee;
    }

    /// @return Votes of `account` now, in wei of stake weight: its own unless given away, and those given to it, each rounded
    /// down.
    function getVotes(address account) public view override returns (uint256) {
        uint256 own = _stakeOf(account).isDelegated() ? 0 : _getVotingUnits(account);
        return own + _givenVotes(account, block.timestamp);
    }

    /// @return Votes of `account` at the end of second `timepoint`, like {getVotes}. Final.
    /// @dev Reverts with {ERC5805FutureLookup} unless that second is over.
    function getPastVotes(address account, uint256 timepoint) public view override returns (uint256) {
        uint256 timestamp = _validateTimepoint(timepoint);
        bool isDelegated = _votesStorage().delegates[account].upperLookupRecent(uint96(timestamp)) != 0;
        return (isDelegated ? 0 : weightAt(account, timestamp)) + _givenVotes(account, timestamp);
    }

    /// @return Stake weight of all positions at the end of second `timepoint`, in wei, rounded down: everybody's votes.
    /// @dev Reverts with {ERC5805FutureLookup} unless that second is over.
    function getPastTotalSupply(uint256 timepoint) public view override returns (uint256) {
        return totalWeightAt(_validateTimepoint(timepoint));
    }

    function weightAt(address account, uint256 timestamp) public view virtual returns (uint256);

    function totalWeightAt(uint256 timestamp) public view virtual returns (uint256);

    /// @dev Gives all votes of `account`, present and later, to `delegatee`; itself or the zero address takes them back.
    function _delegate(address account, address delegatee) internal override {
        address from = delegates(account);
        address to = delegatee == address(0) ? account : delegatee;
        emit DelegateChanged(account, from, to);
        if (from == to) return;

        StakeVotesStorage storage $ = _votesStorage();
        uint256 votesOfFrom = getVotes(from);
        uint256 votesOfTo = getVotes(to);
        Stake current = _stakeOf(account);
        Stake none;
        // `account` itself holds no ledger share: its own votes are read off its position.
        $.delegates[account].push(clock(), to == account ? 0 : uint160(to));
        _setDelegated(account, to != account);
        if (from != account) $.given[from].replace(current, none);
        if (to != account) $.given[to].replace(none, current);
        _emitVotes(from, votesOfFrom);
        _emitVotes(to, votesOfTo);
    }

    /// @dev To be called for every change of a position that is delegated.
    function _replaceGiven(address account, Stake before, Stake afterwards) internal {
        address delegatee = delegates(account);
        uint256 votes = getVotes(delegatee);
        _votesStorage().given[delegatee].replace(before, afterwards);
        _emitVotes(delegatee, votes);
    }

    /// @dev Records in the position of `account` whether it is delegated, so that no other slot has to be read for it.
    function _setDelegated(address account, bool isDelegated) internal virtual;

    function _stakeOf(address account) internal view virtual returns (Stake);

    function _getVotingUnits(address account) internal view override returns (uint256) {
        return weightAt(account, block.timestamp);
    }

    function _emitVotes(address delegatee, uint256 before) private {
        uint256 votes = getVotes(delegatee);
        if (votes != before) emit DelegateVotesChanged(delegatee, before, votes);
    }

    function _givenVotes(address delegatee, uint256 timestamp) private view returns (uint256) {
        return _votesStorage().given[delegatee].lineAt(timestamp).weightAt(timestamp);
    }

    function _votesStorage() private pure returns (StakeVotesStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly {
            $.slot := STORAGE_LOCATION
        }
    }
}
