/** The measuring: contenders, the server they call, and the resulting table. */
@NullMarked
package io.github.alimsg.benchmarks;

import org.jspecify.annotations.NullMarked;
