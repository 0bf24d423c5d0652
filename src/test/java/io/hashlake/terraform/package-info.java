/** {@code deploy/terraform/} without Terraform: syntax, references, attributes of the provider, and the lake's own columns. */
package io.hashlake.terraform;
