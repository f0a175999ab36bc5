module.exports = {
  skipFiles: ["mocks", "proxy"],
  // Without it the instrumented contracts run out of stack.
  configureYulOptimizer: true,
  // Instrumented code costs more gas and time than what these tests allow.
  mocha: {
    grep: "\\bgas\\b|10,000 changes|every week for ten years|ten years of silence|in every situation|with some of the weeks closed|against the plain model",
    invert: true,
  },
};
