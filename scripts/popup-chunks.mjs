// @ts-check
// How the popup's code is cut: what its first screen needs in one file, every other place in a file of its own. Left to
// itself the bundler shares code in a dozen small files, found one after another: measured, the password field then
// comes half as late again.

const FIRST = [
  /node_modules[\\/](react|react-dom|scheduler|zustand|lucide-react|@scure)[\\/]/,
  /src[\\/]domain[\\/]/,
  /src[\\/]popup[\\/]parts[\\/]/,
  /src[\\/]popup[\\/]home[\\/](?!token-screen)/,
  /preload-helper|popup-context/,
]

/** Goes into the `build` options of the popup's page; one style sheet of 6 kB serves all places. */
export const POPUP_CHUNKS = {
  cssCodeSplit: false,
  rolldownOptions: {
    output: {
      codeSplitting: {
        groups: [{ name: 'first', test: (/** @type {string} */ id) => FIRST.some((one) => one.test(id)) }],
      },
    },
  },
}
