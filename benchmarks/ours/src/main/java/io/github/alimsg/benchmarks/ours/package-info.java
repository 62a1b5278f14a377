/** Our own client, and what it is measured against: bare OkHttp, the JDK's client, and hand-written code. */
@NullMarked
package io.github.alimsg.benchmarks.ours;

import org.jspecify.annotations.NullMarked;
