/** Threads of the process: how they are named, how they pause, and what becomes of errors that nobody caught. The JDK and a logger alone are used. */
package io.hashlake.thread;
