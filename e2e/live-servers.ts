/** The ports of the journeys' servers, in a row. */
export const demoPort = Number(process.env['E2E_PORT'] ?? 4317)
export const apiPort = demoPort + 1
export const livePort = demoPort + 2

/** The demo's engine over HTTP, with its last slash. */
export const ENGINE = `http://127.0.0.1:${apiPort}/`
