/** What every user of a client meets: options, builders, requests, responses and pages. */
@NullMarked
package io.github.alimsg.core;

import org.jspecify.annotations.NullMarked;
