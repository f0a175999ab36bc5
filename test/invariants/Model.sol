// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

/// @notice The rules of positions and rewards written the slow way: every state of every account is kept, every total is a
/// loop over all accounts, every week is shared on its own. What the contracts say is compared with this.
contract Model {
    struct Terms {
        uint256 timestamp;
        uint256 amount;
        uint256 presetWeeks;
        /// 0 while Locked.
        uint256 endWeek;
    }

    struct Delegation {
        uint256 timestamp;
        address delegatee;
    }

    address[] public accounts;
    mapping(address account => Terms[]) private _history;
    mapping(address account => Delegation[]) private _delegations;
    /// @notice How much of the present position is held back for a slash.
    mapping(address account => uint256) public held;

    /// @notice Funding not yet part of a finished week.
    mapping(uint256 week => uint256 amount) public funding;
    /// @notice What a finished week shared among its stakers; 0 if it handed its reward on.
    mapping(uint256 week => uint256 amount) public rewards;
    /// @notice What finished weeks without weight handed on to a week.
    mapping(uint256 week => uint256 amount) public handedOn;
    uint256[] public paidWeeks;
    /// @notice The first week that was not over at the last {finishWeeks}.
    uint256 public unfinishedWeek;
    uint256 public rolledOver;
    /// @notice Σ reward · share of each account, in 2^-128 wei, each week rounded down to that.
    mapping(address account => uint256) public exactRewards;

    constructor(address[] memory accounts_) {
        accounts = accounts_;
        unfinishedWeek = block.timestamp / 1 weeks;
    }

    /// @notice From this second on `account` delegates to `delegatee`, maybe to itself.
    function setDelegate(address account, address delegatee) external {
        _delegations[account].push(Delegation({ timestamp: block.timestamp, delegatee: delegatee }));
    }

    function setHeld(address account, uint256 amount) external {
        held[account] = amount;
    }

    /// @notice From this second on `amount` is left to `account` on the same terms, or nothing at all.
    function setAmount(address account, uint256 amount) external {
        Terms memory terms = termsAt(account, block.timestamp);
        if (amount == 0) set(account, 0, 0, 0);
        else set(account, amount, terms.presetWeeks, terms.endWeek);
    }

    function fund(uint256 week, uint256 amount) external {
        funding[week] += amount;
    }

    /// @notice Shares the rewards of all weeks that are over by now.
    function finishWeeks() external {
        for (; unfinishedWeek < block.timestamp / 1 weeks; ++unfinishedWeek) {
            uint256 reward = rolledOver + funding[unfinishedWeek];
            uint256 total = totalTokenWeeks(unfinishedWeek);
            rolledOver = total == 0 ? reward : 0;
            handedOn[unfinishedWeek + 1] = rolledOver;
            if (total == 0 || reward == 0) continue;
            rewards[unfinishedWeek] = reward;
            paidWeeks.push(unfinishedWeek);
            uint256[] memory shares = exactRewardsIn(unfinishedWeek);
            for (uint256 i = 0; i < shares.length; ++i) if (shares[i] != 0) exactRewards[accounts[i]] += shares[i];
        }
    }

    /// @notice What a hold of `slashBps` comes to: of the whole amount, what is not held yet, what 63 bits of gwei can count,
    /// in whole gwei.
    function holdable(address account, uint256 slashBps) external view returns (uint256) {
        uint256 amount = termsAt(account, block.timestamp).amount;
        uint256 heldGwei = held[account] / 1 gwei;
        uint256 sum = Math.min((amount * slashBps) / 1e13 + heldGwei, amount / 1 gwei);
        return (Math.min(sum, type(uint64).max >> 1) - heldGwei) * 1 gwei;
    }

    /// @notice How often the terms of `account` changed: at least the number of stretches of weeks that it earned in.
    function changes(address account) external view returns (uint256) {
        return _history[account].length;
    }

    function paidWeekCount() external view returns (uint256) {
        return paidWeeks.length;
    }

    /// @notice Weight of each account in wei, rounded down, of all of them, rounded down once, and the number of positions.
    function weightsAt(
        uint256 timestamp
    ) external view returns (uint256[] memory weights, uint256 total, uint256 positionCount) {
        weights = new uint256[](accounts.length);
        for (uint256 i = 0; i < accounts.length; ++i) {
            Terms memory terms = termsAt(accounts[i], timestamp);
            uint256 numerator = _numerator(terms, timestamp);
            weights[i] = numerator / 209 weeks;
            total += numerator;
            if (terms.amount != 0) ++positionCount;
        }
        total /= 209 weeks;
    }

    /// @notice Votes of each voter in wei: the own weight and the sum of those given to it, each rounded down.
    function votesAt(address[] calldata voters, uint256 timestamp) external view returns (uint256[] memory votes) {
        votes = new uint256[](voters.length);
        uint256[] memory given = new uint256[](voters.length);
        for (uint256 i = 0; i < accounts.length; ++i) {
            uint256 numerator = _numerator(termsAt(accounts[i], timestamp), timestamp);
            if (numerator == 0) continue;
            address delegatee = delegateAt(accounts[i], timestamp);
            for (uint256 j = 0; j < voters.length; ++j) {
                if (voters[j] != delegatee) continue;
                if (accounts[i] == delegatee) votes[j] += numerator / 209 weeks;
                else given[j] += numerator;
            }
        }
        for (uint256 j = 0; j < voters.length; ++j) votes[j] += given[j] / 209 weeks;
    }

    function totalStaked() external view returns (uint256 sum) {
        for (uint256 i = 0; i < accounts.length; ++i) sum += termsAt(accounts[i], block.timestamp).amount;
    }

    /// @notice From this second on `account` has these terms. Of several in one second the last stands.
    function set(address account, uint256 amount, uint256 presetWeeks, uint256 endWeek) public {
        Terms[] storage history = _history[account];
        if (history.length != 0 && history[history.length - 1].timestamp == block.timestamp) history.pop();
        history.push(Terms({ timestamp: block.timestamp, amount: amount, presetWeeks: presetWeeks, endWeek: endWeek }));
    }

    function totalTokenWeeks(uint256 week) public view returns (uint256 sum) {
        for (uint256 i = 0; i < accounts.length; ++i) sum += tokenWeeks(accounts[i], week);
    }

    /// @notice What counts for the rewards of `week`: the state that stood strictly before its first second.
    function tokenWeeks(address account, uint256 week) public view returns (uint256) {
        return _numerator(termsAt(account, week * 1 weeks - 1), week * 1 weeks) / 1 weeks;
    }

    /// @notice Reward of each account for `week` in 2^-128 wei, rounded down to that.
    function exactRewardsIn(uint256 week) public view returns (uint256[] memory shares) {
        shares = new uint256[](accounts.length);
        uint256 total = 0;
        for (uint256 i = 0; i < shares.length; ++i) total += shares[i] = tokenWeeks(accounts[i], week);
        uint256 reward = rewards[week] << 128;
        for (uint256 i = 0; i < shares.length; ++i)
            if (shares[i] != 0) shares[i] = Math.mulDiv(reward, shares[i], total);
    }

    function delegateAt(address account, uint256 timestamp) public view returns (address) {
        Delegation[] storage delegations = _delegations[account];
        for (uint256 i = delegations.length; i != 0; --i) {
            if (delegations[i - 1].timestamp <= timestamp) return delegations[i - 1].delegatee;
        }
        return account;
    }

    function termsAt(address account, uint256 timestamp) public view returns (Terms memory terms) {
        Terms[] storage history = _history[account];
        for (uint256 i = history.length; i != 0; --i) {
            if (history[i - 1].timestamp <= timestamp) return history[i - 1];
        }
    }

    /// @dev Amount · remaining lock time, in wei · seconds.
    function _numerator(Terms memory terms, uint256 timestamp) private pure returns (uint256) {
        if (terms.endWeek == 0) return terms.amount * terms.presetWeeks * 1 weeks;
        uint256 end = terms.endWeek * 1 weeks;
        return timestamp < end ? terms.amount * (end - timestamp) : 0;
    }
}
