/** What measures: contenders, the server they call, and the table made of it. */
@NullMarked
package io.github.alimsg.benchmarks;

import org.jspecify.annotations.NullMarked;
