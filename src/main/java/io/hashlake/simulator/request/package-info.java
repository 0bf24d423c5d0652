/** Parameters and bodies of requests, checked as X checks them. */
package io.hashlake.simulator.request;
