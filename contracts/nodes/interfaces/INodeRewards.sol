// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @notice How an epoch's scores are paid and penalized. Shares in basis points, 10,000 for 1.
/// @param baseBps α: the part of the pay that does not depend on the score. 0..10,000.
/// @param reservedBps What a Reserved node gets of an Active one's pay. 0..10,000.
/// @param shareCapBps The most of the budget that one node gets. 1..10,000.
/// @param slashBps What a confined node loses of its position. 0..100.
/// @param equivocationSlashBps What a reporter loses that signed two different reports. 0..100.
struct PayTerms {
    uint16 baseBps;
    uint16 reservedBps;
    uint16 shareCapBps;
    uint16 slashBps;
    uint16 equivocationSlashBps;
}

/// @notice An epoch's outcome, as it is settled.
/// @param operators The nodes that were seated at the opening, in the order of their seats.
/// @param weights Their stake weights at the opening, in wei.
/// @param scores Their scores, in 1e18 fixed point; read only of those that are paid.
/// @param active The seats that were Active at the opening.
/// @param reserved The seats that were Reserved.
/// @param paid The seats that are paid.
/// @param confined The seats whose nodes were confined, and so are slashed.
struct Outcome {
    address[] operators;
    uint256[] weights;
    uint256[] scores;
    uint256 active;
    uint256 reserved;
    uint256 paid;
    uint256 confined;
}

/// @title INodeRewards
/// @notice Pays nodes for every epoch out of what was funded for it, and takes their penalties.
///
///     pay = B · min(w / Σw, cap) · f · (α + (1 − α) · performance),   rounded down once
///
/// with B the epoch's budget, w stake weight at the opening, f = 1 for Active, ½ for Reserved by default, 0 for who is not
/// paid. What nobody earned belongs to the budget of the next epoch, so nobody gains in the epoch in which another fails.
///
/// A slash takes effect 24 hours after it was proposed, by anyone's call, unless a guardian vetoes it before; until then it
/// is held back in the position. Slashed tokens fund the running week of the stakers' rewards.
interface INodeRewards {
    /// @notice What a slash is for.
    /// @custom:value Confinement A score below the threshold.
    /// @custom:value Equivocation Two different reports for one epoch.
    enum Offence {
        Confinement,
        Equivocation
    }

    /// @notice Where a slash stands.
    /// @custom:value None Never proposed, or there was nothing to take.
    /// @custom:value Pending Can be vetoed until it is due, executed from then on.
    /// @custom:value Executed Taken.
    /// @custom:value Vetoed Given back.
    enum SlashState {
        None,
        Pending,
        Executed,
        Vetoed
    }

    /// @notice A slash.
    /// @param amount In wei.
    /// @param dueAt From this second on it can be executed, and not be vetoed any more.
    /// @param state Where it stands.
    struct Slash {
        uint96 amount;
        uint40 dueAt;
        SlashState state;
    }

    /// @notice `funder` added `amount` wei to the budget of `epoch`. This contract itself stands for stray tokens.
    event EpochFunded(address indexed funder, uint256 indexed epoch, uint256 amount);

    /// @notice `epoch` was settled: of `budget` wei, `earned` were, in `amounts` per node of the epoch's set; the rest belongs
    /// to the next epoch.
    event EpochSettled(uint256 indexed epoch, uint256 budget, uint256 earned, uint256[] amounts);

    /// @notice `amount` wei of epochs before `beforeEpoch` that were never settled belong to the next one that is.
    event BudgetRolledOver(uint256 indexed beforeEpoch, uint256 amount);

    /// @notice `operator` was paid `amount` wei, all that it had earned, to `payout`.
    event Claimed(address indexed operator, address indexed payout, uint256 amount);

    /// @notice What `operator` earns is paid to `payout` from now on.
    event PayoutSet(address indexed operator, address indexed payout);

    /// @notice `amount` wei of the position of `operator` are to be slashed for `offence` in `epoch`, from `dueAt` on.
    event SlashProposed(
        address indexed operator,
        uint256 indexed epoch,
        Offence indexed offence,
        uint256 amount,
        uint256 dueAt
    );

    /// @notice The slash was executed: `amount` wei fund the stakers' week from `weekStart`.
    event SlashExecuted(
        address indexed operator,
        uint256 indexed epoch,
        Offence indexed offence,
        uint256 amount,
        uint256 weekStart
    );

    /// @notice The slash was vetoed by `guardian`.
    event SlashVetoed(
        address indexed operator,
        uint256 indexed epoch,
        Offence indexed offence,
        uint256 amount,
        address guardian
    );

    /// @notice An amount of 0 was given.
    error ZeroAmount();

    /// @notice The zero address was given where somebody has to stand.
    error ZeroAddress();

    /// @notice A range of 0 epochs was given.
    error NoEpochs();

    /// @notice `epoch` is over; the first that can be funded is `earliest`.
    error EpochFinished(uint256 epoch, uint256 earliest);

    /// @notice `epoch` is too far ahead; the last that can be funded is `latest`.
    error EpochTooFarAhead(uint256 epoch, uint256 latest);

    /// @notice More than 2^96 − 1 wei would be held for nodes; at most `available` more fit.
    error FundingLimitExceeded(uint256 amount, uint256 available);

    /// @notice There are no tokens here that belong to nobody.
    error NoStrayTokens();

    /// @notice Pay cannot be sent to `payout`: the zero address or this contract.
    error InvalidPayout(address payout);

    /// @notice There is no such slash pending; its state is `state`.
    error SlashNotPending(address operator, uint256 epoch, Offence offence, SlashState state);

    /// @notice The slash can be executed from `dueAt` on.
    error SlashNotDue(address operator, uint256 epoch, Offence offence, uint256 dueAt);

    /// @notice The slash could be vetoed only before `dueAt`.
    error VetoTooLate(address operator, uint256 epoch, Offence offence, uint256 dueAt);

    /// @notice Adds `amount` of the caller's tokens, which it approved, to the budget of an epoch.
    /// @param epoch The running one or a later one, up to 366 ahead.
    /// @dev Warning: funding cannot be taken back. Reverts with {ZeroAmount}, {EpochFinished}, {EpochTooFarAhead},
    /// {FundingLimitExceeded}, {TransferNotWhole} or EnforcedPause.
    function fund(uint256 epoch, uint256 amount) external;

    /// @notice {fund} with `amountPerEpoch` for each of `count` epochs from `firstEpoch` on.
    /// @dev Reverts like {fund}, or with {NoEpochs}.
    function fundRange(uint256 firstEpoch, uint256 count, uint256 amountPerEpoch) external;

    /// @notice Turns tokens that were sent here without {fund} into budget of the running epoch. Anyone may.
    /// @return amount In wei.
    /// @dev Reverts with {NoStrayTokens}, {FundingLimitExceeded} or EnforcedPause.
    function fundStrayTokens() external returns (uint256 amount);

    /// @notice Brings the budgets of up to `max` missed epochs into the next that is settled, the oldest first. A settlement
    /// takes up to 32 of them by itself, so this is needed only after a longer silence.
    /// @return epochs How many were passed.
    function rollOver(uint256 max) external returns (uint256 epochs);

    /// @notice Pays what the node of `operator` has earned to its payout address. Anyone may.
    /// @return amount In wei; 0 if there is nothing.
    function claim(address operator) external returns (uint256 amount);

    /// @notice {claim} for each of `operators`.
    /// @return amount In wei, all together.
    function claimMany(address[] calldata operators) external returns (uint256 amount);

    /// @notice Sets where the caller's pay goes.
    /// @dev Reverts with {InvalidPayout}.
    function setPayout(address payout) external;

    /// @notice Settles an epoch, once: pays, and proposes the slashes. For the oracle.
    /// @param epoch The epoch before the running one.
    function settle(uint256 epoch, Outcome calldata outcome, PayTerms calldata terms) external;

    /// @notice Proposes a slash of `slashBps` of the present position; of each operator, epoch and offence only one. Nothing
    /// happens if it was proposed before, or if there is nothing to take. For the oracle.
    function proposeSlash(address operator, uint256 epoch, Offence offence, uint256 slashBps) external;

    /// @notice Executes a slash that is due. Anyone may.
    /// @dev Reverts with {SlashNotPending}, {SlashNotDue}, or while the RewardDistributor is paused.
    function executeSlash(address operator, uint256 epoch, Offence offence) external;

    /// @notice Gives back what is held for a slash that is not due. For the guardian.
    /// @dev Reverts with {SlashNotPending} or {VetoTooLate}.
    function vetoSlash(address operator, uint256 epoch, Offence offence) external;

    /// @notice Stops funding. For the pauser.
    function pause() external;

    /// @notice Ends a pause. For the administrator.
    function unpause() external;

    /// @return The token that is paid.
    function token() external view returns (address);

    /// @return What the node of `operator` has earned and not been paid, in wei.
    function owedTo(address operator) external view returns (uint256);

    /// @return Where the pay of `operator` goes: itself unless it chose another address.
    function payoutOf(address operator) external view returns (address);

    /// @return What `epoch` would have to share if it were settled next, in wei: its own funding and what is rolled over from
    /// the epochs before it; for an epoch that is over and was passed, 0.
    function budgetOf(uint256 epoch) external view returns (uint256);

    /// @return The slash of `operator` for `offence` in `epoch`.
    function slashOf(address operator, uint256 epoch, Offence offence) external view returns (Slash memory);

    /// @return All that was ever funded, in wei.
    function totalFunded() external view returns (uint256);

    /// @return All that was ever paid out, in wei.
    function totalPaid() external view returns (uint256);
}
