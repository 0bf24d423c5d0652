/** The HTTP server below the API: deadlines for what clients send, and answers to what cannot be read. */
package io.hashlake.app.http;
