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
            for (uint256 i = 0; i < accounts.length; ++i) {
                exactRewards[accounts[i]] += exactReward(accounts[i], unfinishedWeek);
            }
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

    /// @notice Weight in wei, rounded down.
    function weightAt(address account, uint256 timestamp) external view returns (uint256) {
        return _numerator(termsAt(account, timestamp), timestamp) / 209 weeks;
    }

    /// @notice Weight of all, in wei, rounded down once.
    function totalWeightAt(uint256 timestamp) external view returns (uint256) {
        uint256 numerator = 0;
        for (uint256 i = 0; i < accounts.length; ++i) {
            numerator += _numerator(termsAt(accounts[i], timestamp), timestamp);
        }
        return numerator / 209 weeks;
    }

    /// @notice Votes in wei: the own weight of `voter` and the sum of those given to it, each rounded down.
    function votesAt(address voter, uint256 timestamp) external view returns (uint256) {
        uint256 own = 0;
        uint256 given = 0;
        for (uint256 i = 0; i < accounts.length; ++i) {
            if (delegateAt(accounts[i], timestamp) != voter) continue;
            uint256 numerator = _numerator(termsAt(accounts[i], timestamp), timestamp);
            if (accounts[i] == voter) own = numerator;
            else given += numerator;
        }
        return own / 209 weeks + given / 209 weeks;
    }

    function positionCountAt(uint256 timestamp) external view returns (uint256 count) {
        for (uint256 i = 0; i < accounts.length; ++i) if (termsAt(accounts[i], timestamp).amount != 0) ++count;
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

    /// @notice In 2^-128 wei, rounded down to that.
    function exactReward(address account, uint256 week) public view returns (uint256) {
        uint256 share = tokenWeeks(account, week);
        return share == 0 ? 0 : Math.mulDiv(rewards[week] << 128, share, totalTokenWeeks(week));
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
