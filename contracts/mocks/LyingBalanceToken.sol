// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title LyingBalanceToken
/// @notice Stands for a token whose balances change by more or less than what was moved: after the next transfer it tells
/// `lie` wei more, or less, for its receiver.
contract LyingBalanceToken is ERC20 {
    mapping(address account => int256) private lies;
    int256 private nextLie;

    constructor(address holder, uint256 supply) ERC20("Liar", "LIE") {
        _mint(holder, supply);
    }

    function setNextLie(int256 lie) external {
        nextLie = lie;
    }

    function balanceOf(address account) public view override returns (uint256) {
        return uint256(int256(super.balanceOf(account)) + lies[account]);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        lies[to] += nextLie;
        nextLie = 0;
    }
}
