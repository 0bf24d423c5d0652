/** What {@code k8s/} renders, held against Kubernetes' own rules and against the application. No cluster is needed. */
package io.hashlake.k8s;
