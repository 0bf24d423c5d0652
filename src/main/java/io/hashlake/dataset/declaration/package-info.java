/** Declarations of datasets: YAML files, checked so that every mistake is told with its file and line before anything starts. */
package io.hashlake.dataset.declaration;
