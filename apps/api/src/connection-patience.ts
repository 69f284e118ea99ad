/** Milliseconds that a request waits for a connection to the database: its refusal is answered within three seconds. */
export const CONNECTION_PATIENCE = 2_000;
