// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Clones } from "@openzeppelin/contracts/proxy/Clones.sol";
import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { Strings } from "@openzeppelin/contracts/utils/Strings.sol";
import { INodeIdentities } from "../nodes/interfaces/INodeIdentities.sol";
import { INodeRegistry } from "../nodes/interfaces/INodeRegistry.sol";
import { Qualification } from "../nodes/libraries/Qualification.sol";
import { IStakeWeight } from "../staking/interfaces/IStakeWeight.sol";
import { BatchingAccount } from "./BatchingAccount.sol";

/// @title StandbyCrowd
/// @notice Stands for any number of operators, each a smart account that stakes what a node needs, registers its node and
/// lets it stand by. It has to be a registrar of the registry, and to hold the tokens that they stake.
contract StandbyCrowd {
    using SafeERC20 for IERC20;

    BatchingAccount private immutable ACCOUNT;
    IERC20 private immutable TOKEN;
    IStakeWeight private immutable STAKE_WEIGHT;
    INodeIdentities private immutable IDENTITIES;
    INodeRegistry private immutable REGISTRY;

    BatchingAccount[] private operators;

    constructor(INodeRegistry registry, INodeIdentities identities) {
        ACCOUNT = new BatchingAccount();
        REGISTRY = registry;
        IDENTITIES = identities;
        STAKE_WEIGHT = registry.stakeWeight();
        TOKEN = IERC20(STAKE_WEIGHT.token());
    }

    /// @notice Lets `count` more operators stake and register.
    function join(uint256 count) external {
        for (uint256 i = 0; i < count; ++i) _join();
    }

    /// @notice Lets operators begin to unlock: `count` from the `first` on, which is 0 for the one that joined first.
    function unlock(uint256 first, uint256 count) external {
        address[] memory targets = new address[](1);
        bytes[] memory calls = new bytes[](1);
        (targets[0], calls[0]) = (address(STAKE_WEIGHT), abi.encodeCall(IStakeWeight.initiateUnlock, ()));
        for (uint256 i = 0; i < count; ++i) operators[first + i].execute(targets, calls);
    }

    /// @notice Lets operators, chosen in the same way, withdraw and hand over their tokens, so that others can stake them.
    function withdraw(uint256 first, uint256 count) external {
        address[] memory targets = new address[](2);
        bytes[] memory calls = new bytes[](2);
        (targets[0], calls[0]) = (address(STAKE_WEIGHT), abi.encodeCall(IStakeWeight.withdraw, ()));
        (targets[1], calls[1]) = (
            address(TOKEN),
            abi.encodeCall(IERC20.transfer, (address(this), Qualification.MIN_STAKE))
        );
        for (uint256 i = 0; i < count; ++i) operators[first + i].execute(targets, calls);
    }

    function _join() private {
        BatchingAccount operator = BatchingAccount(Clones.clone(address(ACCOUNT)));
        operators.push(operator);
        REGISTRY.setAllowed(address(operator), true);
        uint256 amount = Qualification.MIN_STAKE;
        TOKEN.safeTransfer(address(operator), amount);

        (address key, bytes memory signature) = _signed(IDENTITIES.keyDigest(address(operator)));
        string memory endpoint = string.concat("https://", Strings.toString(operators.length), ".example");
        address[] memory targets = new address[](3);
        bytes[] memory calls = new bytes[](3);
        (targets[0], calls[0]) = (address(TOKEN), abi.encodeCall(IERC20.approve, (address(STAKE_WEIGHT), amount)));
        (targets[1], calls[1]) = (
            address(STAKE_WEIGHT),
            abi.encodeCall(IStakeWeight.stake, (amount, Qualification.MIN_PRESET_WEEKS))
        );
        (targets[2], calls[2]) = (
            address(REGISTRY),
            abi.encodeCall(INodeRegistry.register, (key, endpoint, signature))
        );
        operator.execute(targets, calls);
    }

    /// @dev A signature of `digest`, and whose it is: every signature that can be recovered from is somebody's. An `r` is
    /// the abscissa of a point every second time.
    function _signed(bytes32 digest) private pure returns (address key, bytes memory signature) {
        bytes32 r = digest;
        bytes32 s = bytes32(uint256(1));
        uint8 v = 27;
        while (key == address(0)) {
            r = keccak256(abi.encode(r));
            key = ecrecover(digest, v, r, s);
        }
        signature = abi.encodePacked(r, s, v);
    }
}
