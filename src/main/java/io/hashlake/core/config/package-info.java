/** Constraints of properties, beside those of Jakarta Bean Validation. */
package io.hashlake.core.config;
