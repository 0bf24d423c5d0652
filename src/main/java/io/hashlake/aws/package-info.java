/** Access to services of AWS: region, credentials, HTTP client, and the meaning of failures. The SDK alone is used. */
package io.hashlake.aws;
