/** The types that every client uses: options, builders, requests, responses and pagers. */
@NullMarked
package io.github.alimsg.core;

import org.jspecify.annotations.NullMarked;
