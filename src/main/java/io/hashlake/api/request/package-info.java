/** Parameters and bodies of requests, read and checked. */
package io.hashlake.api.request;
