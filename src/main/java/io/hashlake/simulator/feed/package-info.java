/** Posts that streams carry: rules, the sample, what goes out late or twice, and the faults that befall it. */
package io.hashlake.simulator.feed;
