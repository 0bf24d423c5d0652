/** Carries out erasures, in every store. */
package io.hashlake.pipeline.erasure;
