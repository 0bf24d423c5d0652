package io.hashlake.x;

import java.net.http.HttpHeaders;

/** What came back, status and body as sent. */
record Reply(int status, HttpHeaders headers, byte[] body) {}
