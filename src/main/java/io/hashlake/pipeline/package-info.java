/** Roles, route files and dead letters: what a process is made of. The rooms below hold what its routes name. */
package io.hashlake.pipeline;
